-- The platform that a channel is on: meta, tiktok, google_ads; null where it is only recorded.
ALTER TABLE channels ADD COLUMN platform text CHECK (platform IN ('meta', 'tiktok', 'google_ads'));

-- The texts that a search compares, each on a line, in one case and form. The application keeps them: SQLite knows the other
-- case of ASCII letters only. Generated names are ASCII, and need no second form.
ALTER TABLE brands ADD COLUMN folded text NOT NULL DEFAULT '';
ALTER TABLE markets ADD COLUMN folded text NOT NULL DEFAULT '';
ALTER TABLE channels ADD COLUMN folded text NOT NULL DEFAULT '';

UPDATE brands SET folded = lower(internal_code || '
' || name);
UPDATE markets SET folded = lower(code || '
' || country);
UPDATE channels SET folded = lower(api_identifier || '
' || platform_name);

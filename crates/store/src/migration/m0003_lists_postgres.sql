CREATE FUNCTION ticket_takes_brand_and_market() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT brand_id, market_id INTO new.brand_id, new.market_id FROM campaigns WHERE id = new.campaign_id;
    RETURN new;
END
$$;
CREATE TRIGGER tickets_take_brand_and_market BEFORE INSERT ON tickets
    FOR EACH ROW EXECUTE FUNCTION ticket_takes_brand_and_market();

CREATE FUNCTION campaign_passes_on_brand_and_market() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tickets SET brand_id = new.brand_id, market_id = new.market_id WHERE campaign_id = new.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER campaigns_pass_on_brand_and_market AFTER UPDATE OF brand_id, market_id ON campaigns
    FOR EACH ROW WHEN (old.brand_id IS DISTINCT FROM new.brand_id OR old.market_id IS DISTINCT FROM new.market_id)
    EXECUTE FUNCTION campaign_passes_on_brand_and_market();

-- Where the extension is not there, or may not be made by us, a search reads the names one after another.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX tickets_name_trigrams ON tickets USING gin (lower(name) gin_trgm_ops);
EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
        RAISE NOTICE 'names have no index for searches, because pg_trgm cannot be used: %', SQLERRM;
END
$$;

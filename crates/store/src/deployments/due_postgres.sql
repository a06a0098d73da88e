-- $1: now in micro-seconds, null for the database's own clock; $2: rows at most; $3: rows of each account at least.
WITH RECURSIVE moment AS (
    SELECT coalesce($1::bigint, (extract(epoch FROM statement_timestamp()) * 1000000)::bigint) AS now
),
-- Each account that has something active: one step down the index an account, however much each has.
account AS (
    (SELECT platform, account_id FROM deployments
      WHERE status IN ('PENDING', 'STARTED', 'RETRY') ORDER BY platform, account_id LIMIT 1)
    UNION ALL
    SELECT following.platform, following.account_id
      FROM account CROSS JOIN LATERAL (
        SELECT d.platform, d.account_id FROM deployments d
         WHERE d.status IN ('PENDING', 'STARTED', 'RETRY')
           AND (d.platform, d.account_id) > (account.platform, account.account_id)
         ORDER BY d.platform, d.account_id LIMIT 1) following
),
callable AS (
    SELECT account.platform, account.account_id, moment.now FROM account, moment
     WHERE NOT EXISTS (
            SELECT 1 FROM accounts a
             WHERE a.platform = account.platform AND a.account_id IN (account.account_id, '*')
               AND (a.parked_until > moment.now OR a.probe_until > moment.now))
       AND NOT EXISTS (
            SELECT 1 FROM holds h WHERE h.platform = account.platform AND h.account_id IN (account.account_id, '*'))
)
SELECT waiting.id, callable.platform, callable.account_id
  FROM callable CROSS JOIN LATERAL (
    SELECT d.id, d.due_at, row_number() OVER (ORDER BY d.due_at) AS place
      FROM deployments d
     WHERE d.status IN ('PENDING', 'STARTED', 'RETRY')
       AND d.platform = callable.platform AND d.account_id = callable.account_id
       AND d.due_at <= callable.now AND (d.lease_until IS NULL OR d.lease_until < callable.now)
     ORDER BY d.due_at
     LIMIT greatest($3::bigint, $2::bigint / (SELECT greatest(1, count(*)) FROM callable))) waiting
 ORDER BY waiting.place, waiting.due_at
 LIMIT $2

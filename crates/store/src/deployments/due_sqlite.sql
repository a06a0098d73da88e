-- ?1: now in micro-seconds; ?2: rows at most; ?3: rows of each account at least.
WITH callable AS (
    SELECT account.platform, account.account_id
      FROM (SELECT DISTINCT platform, account_id FROM deployments
             WHERE status IN ('PENDING', 'STARTED', 'RETRY')) account
     WHERE NOT EXISTS (
            SELECT 1 FROM accounts a
             WHERE a.platform = account.platform AND a.account_id IN (account.account_id, '*')
               AND (a.parked_until > ?1 OR a.probe_until > ?1))
       AND NOT EXISTS (
            SELECT 1 FROM holds h WHERE h.platform = account.platform AND h.account_id IN (account.account_id, '*'))
),
waiting AS (
    SELECT d.id, d.platform, d.account_id, d.due_at, row_number() OVER (PARTITION BY d.platform, d.account_id ORDER BY d.due_at) AS place
      FROM callable JOIN deployments d ON d.id IN (
        SELECT x.id FROM deployments x
         WHERE x.status IN ('PENDING', 'STARTED', 'RETRY')
           AND x.platform = callable.platform AND x.account_id = callable.account_id
           AND x.due_at <= ?1 AND (x.lease_until IS NULL OR x.lease_until < ?1)
         ORDER BY x.due_at
         LIMIT max(?3, ?2 / (SELECT max(1, count(*)) FROM callable)))
)
SELECT id, platform, account_id FROM waiting ORDER BY place, due_at LIMIT ?2

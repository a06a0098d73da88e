-- Writes decisions, each if its guards hold, and returns the ids of those deployments whose decision was written.
-- $1: deployments; $2: steps; $3: tickets; $4: attempts; $5: events; $6: now in micro-seconds, null for the database's clock.
WITH moment AS (
    SELECT coalesce($6::bigint, (extract(epoch FROM statement_timestamp()) * 1000000)::bigint) AS now
),
decision AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS d (
        id uuid, guard_token uuid, guard_attempt integer, guard_lease_until bigint, guard_due boolean,
        ticket_id uuid, ticket_version bigint, no_breaker boolean, no_hold boolean,
        status text, attempt integer, retries integer, parked boolean, error text,
        lease_token uuid, lease_micros bigint, due_micros bigint, updated_at bigint, finished_at bigint)
),
-- Tickets before deployments, as everywhere: nobody waits in a circle.
ticket AS (
    SELECT tickets.id
      FROM decision JOIN tickets ON tickets.id = decision.ticket_id
     WHERE tickets.version = decision.ticket_version
     ORDER BY tickets.id
       FOR NO KEY UPDATE OF tickets
),
written AS (
    UPDATE deployments
       SET status = decision.status, attempt = decision.attempt, retries = decision.retries, parked = decision.parked,
           error = decision.error, lease_token = decision.lease_token,
           lease_until = moment.now + decision.lease_micros,
           due_at = coalesce(moment.now + decision.due_micros, deployments.due_at),
           updated_at = decision.updated_at, finished_at = decision.finished_at
      FROM decision CROSS JOIN moment
     WHERE deployments.id = decision.id
       AND CASE
               WHEN decision.guard_token IS NOT NULL
               THEN deployments.lease_token = decision.guard_token AND deployments.status = 'STARTED'
               ELSE deployments.status IN ('PENDING', 'STARTED', 'RETRY')
                    AND deployments.attempt = decision.guard_attempt
                    AND deployments.lease_until IS NOT DISTINCT FROM decision.guard_lease_until
                    AND (deployments.lease_until IS NULL OR deployments.lease_until < moment.now)
                    AND (NOT decision.guard_due OR deployments.due_at <= moment.now)
           END
       AND (decision.ticket_id IS NULL OR decision.ticket_id IN (SELECT id FROM ticket))
       AND (NOT decision.no_breaker OR NOT EXISTS (
               SELECT 1 FROM accounts
                WHERE accounts.platform = deployments.platform AND accounts.account_id IN (deployments.account_id, '*')))
       AND (NOT decision.no_hold OR NOT EXISTS (
               SELECT 1 FROM holds
                WHERE holds.platform = deployments.platform AND holds.account_id IN (deployments.account_id, '*')))
    RETURNING deployments.id
),
-- All that follows looks for what was written: a transaction thus has its id before it takes a number of the event log, as the
-- feed demands.
step AS (
    UPDATE deployment_steps
       SET state = s.state, external_id = s.external_id, sent_at = s.sent_at, in_flight = s.in_flight, misses = s.misses,
           reason = s.reason, read_back = s.read_back
      FROM jsonb_to_recordset($2::jsonb) AS s (
               id uuid, deployment_id uuid, state text, external_id text, sent_at bigint, in_flight text, misses integer,
               reason text, read_back jsonb)
     WHERE deployment_steps.id = s.id AND s.deployment_id IN (SELECT id FROM written)
),
moved AS (
    UPDATE tickets
       SET status = t.status, external_platform_id = t.external_platform_id, qa_digest = t.qa_digest,
           qa_failure_reason = t.qa_failure_reason, qa_findings = t.qa_findings, updated_at = t.updated_at, version = t.version
      FROM jsonb_to_recordset($3::jsonb) AS t (
               id uuid, deployment_id uuid, status text, external_platform_id text, qa_digest text, qa_failure_reason text,
               qa_findings jsonb, updated_at bigint, version bigint)
     WHERE tickets.id = t.id AND t.deployment_id IN (SELECT id FROM written)
),
attempt AS (
    INSERT INTO attempts (id, deployment_id, step_id, started_at, elapsed_ms, method, url, request, status, platform_code,
                          outcome, response)
    SELECT a.id, a.deployment_id, a.step_id, a.started_at, a.elapsed_ms, a.method, a.url, coalesce(a.request, 'null'),
           a.status, a.platform_code, a.outcome, coalesce(a.response, 'null')
      FROM jsonb_to_recordset($4::jsonb) AS a (
               id uuid, deployment_id uuid, step_id uuid, started_at bigint, elapsed_ms bigint, method text, url text,
               request jsonb, status integer, platform_code text, outcome text, response jsonb)
     WHERE a.deployment_id IN (SELECT id FROM written)
),
event AS (
    INSERT INTO events (id, kind, subject, actor, time, data)
    SELECT e.id, e.kind, e.subject, e.actor, e.time, e.data
      FROM ROWS FROM (jsonb_to_recordset($5::jsonb) AS (
               id uuid, deployment_id uuid, kind text, subject text, actor text, time bigint, data jsonb))
           WITH ORDINALITY AS e (id, deployment_id, kind, subject, actor, time, data, place)
     WHERE e.deployment_id IN (SELECT id FROM written)
     ORDER BY e.place
)
SELECT id FROM written

-- Bulk work: a job is accepted at once and carried out item by item. The process that holds its lease works on it.

CREATE TABLE jobs (
    id          {uuid}  PRIMARY KEY,
    kind        text    NOT NULL CHECK (kind IN ('deploy', 'retry')),
    actor       text    NOT NULL,
    status      text    NOT NULL CHECK (status IN ('running', 'done', 'stopped')),
    total       integer NOT NULL,
    accepted    integer NOT NULL,
    refused     integer NOT NULL,
    lease_token {uuid},
    lease_until bigint,
    created_at  bigint  NOT NULL,
    updated_at  bigint  NOT NULL,
    finished_at bigint,
    CONSTRAINT jobs_done_is_complete CHECK (status <> 'done' OR accepted + refused = total),
    CONSTRAINT jobs_ended_at_a_time CHECK ((status = 'running') = (finished_at IS NULL))
);
CREATE INDEX jobs_running ON jobs (updated_at) WHERE status = 'running';
CREATE INDEX jobs_status ON jobs (status, id);

-- No reference to the ticket: a ticket that does not exist has an answer too, and one that was never deployed may be deleted.
CREATE TABLE job_items (
    id            {uuid}  PRIMARY KEY,
    job_id        {uuid}  NOT NULL REFERENCES jobs (id),
    ticket_id     {uuid}  NOT NULL,
    state         text    NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'stopped')),
    deployment_id {uuid}  REFERENCES deployments (id),
    refusal       text,
    message       text,
    -- How often it failed for a reason that is not the ticket's.
    failures      integer NOT NULL,
    CONSTRAINT job_items_once UNIQUE (job_id, ticket_id),
    CONSTRAINT job_items_accepted_has_a_deployment CHECK (state <> 'accepted' OR deployment_id IS NOT NULL),
    CONSTRAINT job_items_refused_has_a_reason CHECK (state <> 'refused' OR (refusal IS NOT NULL AND message IS NOT NULL))
);
CREATE INDEX job_items_state ON job_items (job_id, state, id);
CREATE INDEX job_items_job ON job_items (job_id, id);

-- What operating many workers needs: pauses by hand, heartbeats, and what reading an object back showed.

ALTER TABLE accounts ADD COLUMN parked_since bigint NOT NULL DEFAULT 0;

-- The findings of a read-back; null until it was done.
ALTER TABLE deployment_steps ADD COLUMN read_back {json};

-- Paused by a person until that person resumes; account_id '*' stands for every account of the platform.
CREATE TABLE holds (
    platform   text   NOT NULL,
    account_id text   NOT NULL,
    actor      text   NOT NULL,
    reason     text   NOT NULL,
    held_at    bigint NOT NULL,
    PRIMARY KEY (platform, account_id)
);

-- When an account's last outage was over: what was sent before is no failed attempt of its ticket.
CREATE TABLE outages (
    platform   text   NOT NULL,
    account_id text   NOT NULL,
    ended_at   bigint NOT NULL,
    PRIMARY KEY (platform, account_id)
);

-- One row a worker process; it is alive while beat_at is fresh.
CREATE TABLE workers (
    id          {uuid}  PRIMARY KEY,
    name        text    NOT NULL,
    version     text    NOT NULL,
    broker      text    NOT NULL,
    concurrency integer NOT NULL,
    in_hand     integer NOT NULL,
    queued      integer NOT NULL,
    driven      bigint  NOT NULL,
    started_at  bigint  NOT NULL,
    beat_at     bigint  NOT NULL
);
CREATE INDEX workers_beat ON workers (beat_at);
-- For counts of what ended lately.
CREATE INDEX deployments_finished ON deployments (finished_at) WHERE finished_at IS NOT NULL;

-- Times are micro-seconds since 1970 (UTC), money is micro-units of the currency, states are words.

CREATE TABLE markets (
    id           {uuid} PRIMARY KEY,
    code         text   NOT NULL CONSTRAINT markets_code_key UNIQUE,
    country      text   NOT NULL,
    country_code text,
    countries    {json} NOT NULL,
    region       text   NOT NULL,
    created_at   bigint NOT NULL,
    updated_at   bigint NOT NULL,
    version      bigint NOT NULL
);

CREATE TABLE brands (
    id              {uuid} PRIMARY KEY,
    name            text   NOT NULL,
    internal_code   text   NOT NULL CONSTRAINT brands_internal_code_key UNIQUE,
    family_friendly {bool} NOT NULL,
    created_at      bigint NOT NULL,
    updated_at      bigint NOT NULL,
    version         bigint NOT NULL
);

CREATE TABLE channels (
    id             {uuid} PRIMARY KEY,
    platform_name  text   NOT NULL,
    api_identifier text   NOT NULL CONSTRAINT channels_api_identifier_key UNIQUE,
    created_at     bigint NOT NULL,
    updated_at     bigint NOT NULL,
    version        bigint NOT NULL
);

-- The name's parts are kept as they were: codes may change, names never do.
CREATE TABLE campaigns (
    id            {uuid}   PRIMARY KEY,
    name          text     NOT NULL CONSTRAINT campaigns_name_key UNIQUE,
    brand_code    text     NOT NULL,
    market_code   text     NOT NULL,
    channel_token text     NOT NULL,
    year          smallint NOT NULL,
    stem          text     NOT NULL,
    campaign_name text     NOT NULL,
    brand_id      {uuid}   NOT NULL REFERENCES brands (id),
    market_id     {uuid}   NOT NULL REFERENCES markets (id),
    budget_micros bigint   NOT NULL CHECK (budget_micros > 0),
    currency      text     NOT NULL,
    status        text     NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED')),
    start_date    text,
    end_date      text,
    created_at    bigint   NOT NULL,
    updated_at    bigint   NOT NULL,
    version       bigint   NOT NULL
);
CREATE INDEX campaigns_brand ON campaigns (brand_id, id);
CREATE INDEX campaigns_market ON campaigns (market_id, id);
CREATE INDEX campaigns_status ON campaigns (status, id);

CREATE TABLE tickets (
    id                   {uuid} PRIMARY KEY,
    campaign_id          {uuid} NOT NULL REFERENCES campaigns (id),
    channel_id           {uuid} NOT NULL REFERENCES channels (id),
    request_type         text   NOT NULL,
    payload_config       {json} NOT NULL,
    variant              text,
    name                 text   NOT NULL CONSTRAINT tickets_name_key UNIQUE,
    status               text   NOT NULL
        CHECK (status IN ('DRAFT', 'QA_TESTING', 'QA_FAILED', 'READY_FOR_API', 'TRAFFICKED_SUCCESS', 'FAILED')),
    external_platform_id text,
    qa_digest            text,
    qa_failure_reason    text,
    qa_findings          {json} NOT NULL,
    planned_micros       bigint,
    planned_currency     text,
    created_at           bigint NOT NULL,
    updated_at           bigint NOT NULL,
    version              bigint NOT NULL,
    CONSTRAINT tickets_success_has_an_id CHECK (status <> 'TRAFFICKED_SUCCESS' OR coalesce(external_platform_id, '') <> ''),
    CONSTRAINT tickets_ready_has_passed_qa CHECK (status <> 'READY_FOR_API' OR coalesce(qa_digest, '') <> '')
);
CREATE INDEX tickets_campaign ON tickets (campaign_id, id);
CREATE INDEX tickets_channel ON tickets (channel_id, id);
CREATE INDEX tickets_status ON tickets (status, id);

CREATE TABLE deployments (
    id          {uuid}  PRIMARY KEY,
    ticket_id   {uuid}  NOT NULL REFERENCES tickets (id),
    platform    text    NOT NULL,
    account_id  text    NOT NULL,
    status      text    NOT NULL CHECK (status IN ('PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED')),
    attempt     integer NOT NULL,
    retries     integer NOT NULL,
    due_at      bigint  NOT NULL,
    parked      {bool}  NOT NULL,
    lease_token {uuid},
    lease_until bigint,
    error       text,
    created_at  bigint  NOT NULL,
    updated_at  bigint  NOT NULL,
    finished_at bigint
);
-- At most one active deployment of a ticket: sixteen simultaneous requests make one.
CREATE UNIQUE INDEX deployments_ticket_id_key ON deployments (ticket_id) WHERE status IN ('PENDING', 'STARTED', 'RETRY');
CREATE INDEX deployments_due ON deployments (due_at) WHERE status IN ('PENDING', 'STARTED', 'RETRY');
CREATE INDEX deployments_account ON deployments (platform, account_id, due_at) WHERE status IN ('PENDING', 'STARTED', 'RETRY');
CREATE INDEX deployments_ticket ON deployments (ticket_id, id);
CREATE INDEX deployments_status ON deployments (status, id);

CREATE TABLE deployment_steps (
    id              {uuid}  PRIMARY KEY,
    deployment_id   {uuid}  NOT NULL REFERENCES deployments (id),
    position        integer NOT NULL,
    step_key        text    NOT NULL,
    kind            text    NOT NULL,
    name            text    NOT NULL,
    request         {json}  NOT NULL,
    lookup          {json},
    idempotency_key text    NOT NULL,
    state           text    NOT NULL CHECK (state IN ('PLANNED', 'SENT', 'DONE', 'REFUSED')),
    external_id     text,
    sent_at         bigint,
    in_flight       text,
    misses          integer NOT NULL,
    reason          text,
    CONSTRAINT deployment_steps_once UNIQUE (deployment_id, step_key),
    CONSTRAINT deployment_steps_done_has_an_id CHECK (state <> 'DONE' OR coalesce(external_id, '') <> ''),
    CONSTRAINT deployment_steps_sent_has_a_time CHECK (state <> 'SENT' OR sent_at IS NOT NULL)
);

CREATE TABLE attempts (
    id            {uuid}  PRIMARY KEY,
    deployment_id {uuid}  NOT NULL REFERENCES deployments (id),
    step_id       {uuid}  NOT NULL REFERENCES deployment_steps (id),
    started_at    bigint  NOT NULL,
    elapsed_ms    bigint  NOT NULL,
    method        text    NOT NULL,
    url           text    NOT NULL,
    request       {json}  NOT NULL,
    status        integer,
    platform_code text,
    outcome       text    NOT NULL,
    response      {json}  NOT NULL
);
CREATE INDEX attempts_deployment ON attempts (deployment_id, id);

-- account_id '*' stands for every account of the platform.
CREATE TABLE accounts (
    platform     text    NOT NULL,
    account_id   text    NOT NULL,
    parked_until bigint  NOT NULL,
    reason       text    NOT NULL,
    message      text    NOT NULL,
    in_a_row     integer NOT NULL,
    probe_id     {uuid},
    probe_until  bigint,
    updated_at   bigint  NOT NULL,
    PRIMARY KEY (platform, account_id)
);

CREATE TABLE events (
    seq     {serial},
    id      {uuid} NOT NULL,
    kind    text   NOT NULL,
    subject text   NOT NULL,
    actor   text   NOT NULL,
    time    bigint NOT NULL,
    data    {json} NOT NULL
);
CREATE INDEX events_subject ON events (subject, seq);

CREATE TABLE qa_policy (
    id         integer PRIMARY KEY CHECK (id = 1),
    version    bigint  NOT NULL,
    body       {json}  NOT NULL,
    updated_at bigint  NOT NULL
);

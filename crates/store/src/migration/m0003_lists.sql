-- A page of a list begins at one entry of an index and ends a little later, however long the list is. Each filter has an
-- index in the usual order, by id; each other order has an index that tells also what the filters compare, so that rows
-- which do not pass cost no more than their entry. A campaign has few tickets and a ticket few deployments: those are
-- found by the index of the filter and sorted.

-- A ticket's brand and market are its campaign's. They stand here too, kept by triggers, for the sake of these indexes.
ALTER TABLE tickets ADD COLUMN brand_id {uuid};
ALTER TABLE tickets ADD COLUMN market_id {uuid};
UPDATE tickets SET brand_id = campaigns.brand_id, market_id = campaigns.market_id
    FROM campaigns WHERE campaigns.id = tickets.campaign_id;

-- Not of rows that have no brand yet: SQLite's trigger fills it in after the row is there.
CREATE INDEX tickets_brand ON tickets (brand_id, id, status) WHERE brand_id IS NOT NULL;
CREATE INDEX tickets_market ON tickets (market_id, id, status) WHERE market_id IS NOT NULL;
CREATE INDEX tickets_external_platform_id ON tickets (external_platform_id, id) WHERE external_platform_id IS NOT NULL;

DROP INDEX tickets_status;
CREATE INDEX tickets_status ON tickets (status, id, request_type, channel_id, brand_id, market_id);
CREATE INDEX tickets_request_type ON tickets (request_type, id, status, channel_id, brand_id, market_id);
CREATE INDEX tickets_updated_at ON tickets (updated_at, id, status, request_type, channel_id, brand_id, market_id);
CREATE INDEX tickets_by_name ON tickets (name, id, status, request_type, channel_id, brand_id, market_id);
-- Names begin with brand and market: on the way along all names, those of one brand lie far off and together.
CREATE INDEX tickets_brand_by_name ON tickets (brand_id, name, id) WHERE brand_id IS NOT NULL;
CREATE INDEX tickets_market_by_name ON tickets (market_id, name, id) WHERE market_id IS NOT NULL;

CREATE INDEX deployments_platform ON deployments (platform, id);
CREATE INDEX deployments_account_id ON deployments (account_id, id, platform);

DROP INDEX deployments_status;
CREATE INDEX deployments_status ON deployments (status, id, platform, account_id);
CREATE INDEX deployments_updated_at ON deployments (updated_at, id, status, platform, account_id);
CREATE INDEX deployments_due_at ON deployments (due_at, id, status, platform, account_id);

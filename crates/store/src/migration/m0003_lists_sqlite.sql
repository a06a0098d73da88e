CREATE TRIGGER tickets_take_brand_and_market AFTER INSERT ON tickets BEGIN
    UPDATE tickets SET (brand_id, market_id) =
        (SELECT brand_id, market_id FROM campaigns WHERE campaigns.id = new.campaign_id)
        WHERE id = new.id;
END;
CREATE TRIGGER campaigns_pass_on_brand_and_market AFTER UPDATE OF brand_id, market_id ON campaigns
WHEN old.brand_id IS NOT new.brand_id OR old.market_id IS NOT new.market_id BEGIN
    UPDATE tickets SET brand_id = new.brand_id, market_id = new.market_id WHERE campaign_id = new.id;
END;

-- The names by their trigrams. The keys are numbers of their own, because VACUUM may renumber the rows of `tickets`.
CREATE TABLE ticket_names (
    key       integer PRIMARY KEY,
    ticket_id {uuid}  NOT NULL UNIQUE,
    name      text    NOT NULL
);
CREATE VIRTUAL TABLE ticket_trigrams USING fts5 (name, content = 'ticket_names', content_rowid = 'key', columnsize = 0,
    tokenize = 'trigram');
CREATE TRIGGER ticket_names_added AFTER INSERT ON ticket_names BEGIN
    INSERT INTO ticket_trigrams (rowid, name) VALUES (new.key, new.name);
END;
CREATE TRIGGER ticket_names_removed AFTER DELETE ON ticket_names BEGIN
    INSERT INTO ticket_trigrams (ticket_trigrams, rowid, name) VALUES ('delete', old.key, old.name);
END;
CREATE TRIGGER ticket_names_changed AFTER UPDATE OF name ON ticket_names BEGIN
    INSERT INTO ticket_trigrams (ticket_trigrams, rowid, name) VALUES ('delete', old.key, old.name);
    INSERT INTO ticket_trigrams (rowid, name) VALUES (new.key, new.name);
END;
CREATE TRIGGER tickets_name_added AFTER INSERT ON tickets BEGIN
    INSERT INTO ticket_names (ticket_id, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER tickets_name_removed AFTER DELETE ON tickets BEGIN
    DELETE FROM ticket_names WHERE ticket_id = old.id;
END;
CREATE TRIGGER tickets_name_changed AFTER UPDATE OF name ON tickets WHEN old.name <> new.name BEGIN
    UPDATE ticket_names SET name = new.name WHERE ticket_id = new.id;
END;
INSERT INTO ticket_names (ticket_id, name) SELECT id, name FROM tickets;

-- Counts the changes of an account's circuit breaker: a decision that was made on an older version is made again.
ALTER TABLE accounts ADD COLUMN version bigint NOT NULL DEFAULT 0;

-- What asks whether the database can be written writes here.
CREATE TABLE write_probe (
    id     integer PRIMARY KEY CHECK (id = 1),
    probes bigint  NOT NULL
);

-- No wait is longer than a day. Older versions believed a platform that asked for centuries.
UPDATE accounts SET parked_until = updated_at + 86400000000 WHERE parked_until > updated_at + 86400000000;
UPDATE deployments SET due_at = updated_at + 86400000000
 WHERE status IN ('PENDING', 'STARTED', 'RETRY') AND due_at > updated_at + 86400000000;

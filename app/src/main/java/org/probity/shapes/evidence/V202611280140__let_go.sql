-- Files that somebody took out of what they had begun: part of nothing, as far as they know. A day later those that really are part of nothing are gone.
CREATE TABLE evidence.let_go (
    item uuid        PRIMARY KEY REFERENCES evidence.item ON DELETE CASCADE,
    by   uuid        NOT NULL,
    at   timestamptz NOT NULL
);

-- How much somebody has brought within a day.
CREATE INDEX item_by_bringer ON evidence.item (brought_by, brought_at);

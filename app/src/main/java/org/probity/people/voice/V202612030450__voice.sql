-- A key that takes the place of another of the same person and mailbox: one change of the list enters it and takes the other out.
ALTER TABLE voice.handler ADD COLUMN replaces uuid REFERENCES voice.handler;

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('voice', 'key-days', '2024-01-01', 365, 'our rule', '2024-01-01T00:00:00Z');

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('community', 'keep-months', '2024-01-01', 24, 'our rule: a text may tell of people, and is kept no longer than it serves', '2024-01-01T00:00:00Z');

-- Its words are gone, since this day. That there was such a thread, how it was answered and how many said so too stays, for figures count it.
ALTER TABLE community.thread ADD COLUMN let_go_on date;
CREATE INDEX thread_kept ON community.thread (day) WHERE let_go_on IS NULL;

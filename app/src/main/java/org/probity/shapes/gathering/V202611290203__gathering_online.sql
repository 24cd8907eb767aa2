-- Who reads a course on a screen is there as well, from when to when by the clock of the house; and whoever came by a printed sheet came by another means than a
-- code that changes while one looks at it.
ALTER TABLE gathering.presence
    DROP CONSTRAINT means_known,
    ADD CONSTRAINT means_known CHECK (means IN ('ENTERED', 'IMPORTED', 'CODE', 'SHEET', 'ONLINE'));

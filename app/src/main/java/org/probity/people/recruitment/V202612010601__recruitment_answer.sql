-- Until when an offer may be answered by the applicant's private link; what was offered before may be until its first day.
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('recruitment', 'answer-days', '2024-01-01', 14, 'our rule', '2024-01-01T00:00:00Z');

ALTER TABLE recruitment.offer ADD COLUMN answer_by date;
UPDATE recruitment.offer SET answer_by = starts_on;
ALTER TABLE recruitment.offer ALTER COLUMN answer_by SET NOT NULL;
ALTER TABLE recruitment.offer ADD CONSTRAINT answered_before_it_begins CHECK (answer_by <= starts_on);

-- The applicant's own yes; their no is a step. Neither is a contract, and it goes with the application.
CREATE TABLE recruitment.accepted (
    application uuid        PRIMARY KEY REFERENCES recruitment.offer ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    day         date        NOT NULL,
    record      uuid        NOT NULL
);

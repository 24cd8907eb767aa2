-- Ballots beyond those who could answer in their place: at least so many lie where their writer does not stand. Rounds that were counted before this was looked at say none.
ALTER TABLE survey.closing ADD COLUMN astray integer NOT NULL DEFAULT 0;
ALTER TABLE survey.closing ADD CONSTRAINT closing_astray CHECK (astray BETWEEN 0 AND ballots);

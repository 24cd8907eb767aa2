-- The letters of a pseudonym are its figure's own. One that was given keeps those it was given with, because restatements name rows by it.
ALTER TABLE figure.code ADD COLUMN letters text NOT NULL DEFAULT 'T';
ALTER TABLE figure.code ALTER COLUMN letters DROP DEFAULT;

-- Signatures on paper: a list of people who signed a version of a rule, with its number of signatures as whoever handed it in states it.
CREATE TABLE policy.signed_sheet (
    id        uuid        PRIMARY KEY,
    version   uuid        NOT NULL REFERENCES policy.version,
    evidence  uuid        NOT NULL REFERENCES evidence.item,
    sha256    text        NOT NULL,
    stated    int         NOT NULL,
    met       int         NOT NULL,   -- of whom it was still owed
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT sheet_once UNIQUE (version, sha256),
    CONSTRAINT sheet_has_signatures CHECK (stated > 0 AND met BETWEEN 1 AND stated)
);

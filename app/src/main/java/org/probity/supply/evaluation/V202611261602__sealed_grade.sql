-- A grade as its supplier takes it along, sealed when it was first asked for. The log section is put to it each time it is handed out.
CREATE TABLE evaluation.sealed (
    scorecard uuid        PRIMARY KEY REFERENCES evaluation.scorecard,
    files     bytea       NOT NULL,   -- the package without its log section
    record    uuid        NOT NULL,   -- of its publication
    sealed_at timestamptz NOT NULL
);

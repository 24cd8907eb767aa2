-- Codes at doors follow from this key and the half minute: sealed under the key of the settings, which is not in the database. The newest counts.
CREATE TABLE gathering.door_key (
    id      bigint      NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    sealed  text        NOT NULL,
    made_at timestamptz NOT NULL
);

-- For this session a sheet was printed: its code does not change, and whoever has seen a picture of it can type it anywhere.
CREATE TABLE gathering.sheet (
    session uuid        NOT NULL PRIMARY KEY REFERENCES gathering.session,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL
);

CREATE SCHEMA evidence;

-- The bytes, once, under their hash.
CREATE TABLE evidence.blob (
    sha256 bytea  PRIMARY KEY,
    size   bigint NOT NULL,
    CONSTRAINT sha256_is_a_hash CHECK (length(sha256) = 32),
    CONSTRAINT size_is_real CHECK (size >= 0)
);

CREATE TABLE evidence.chunk (
    sha256 bytea NOT NULL REFERENCES evidence.blob,
    no     int   NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (sha256, no)
);
ALTER TABLE evidence.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- One bringing of a file: the same bytes may be brought twice, by two people, under two names.
CREATE TABLE evidence.item (
    id         uuid        PRIMARY KEY,
    sha256     bytea       NOT NULL REFERENCES evidence.blob,
    name       text        NOT NULL,
    media_type text        NOT NULL,
    brought_by uuid        NOT NULL,
    brought_at timestamptz NOT NULL
);
CREATE INDEX item_by_hash ON evidence.item (sha256);

CREATE SCHEMA log;

-- What was recorded, in the transaction that made it so.
CREATE TABLE log.record (
    id          uuid        PRIMARY KEY,
    class       text        NOT NULL,   -- e.g. obligation.step
    day         date        NOT NULL,
    commitment  bytea       NOT NULL,
    size        bigint,                 -- of a batch: leaves of its own tree
    recorded_at timestamptz NOT NULL,
    CONSTRAINT commitment_is_a_hash CHECK (length(commitment) = 32)
);

-- What opens the commitment. Erasing the row keeps the log whole and makes the content unknowable.
CREATE TABLE log.opening (
    record  uuid  PRIMARY KEY REFERENCES log.record,
    salt    bytea NOT NULL,
    content text  NOT NULL,             -- RFC 8785
    CONSTRAINT salt_is_long CHECK (length(salt) = 32)
);

-- What waits for its place in the tree.
CREATE TABLE log.outbox (
    record   uuid   PRIMARY KEY REFERENCES log.record,
    position bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT position_once UNIQUE (position)
);

-- The tree's leaves. The number counts without gaps within class and year, so that completeness can be shown.
CREATE TABLE log.entry (
    index  bigint PRIMARY KEY,
    record uuid   NOT NULL REFERENCES log.record,
    class  text   NOT NULL,
    year   int    NOT NULL,
    number bigint NOT NULL,
    bytes  bytea  NOT NULL,
    CONSTRAINT placed_once UNIQUE (record),
    CONSTRAINT numbered_without_doubles UNIQUE (class, year, number)
);

-- Hash tiles of the tree (C2SP tlog-tiles); the rightmost of each level grows until it is 256 wide.
CREATE TABLE log.tile (
    level  int    NOT NULL,
    index  bigint NOT NULL,
    width  int    NOT NULL,
    hashes bytea  NOT NULL,
    PRIMARY KEY (level, index),
    CONSTRAINT hashes_fill_the_width CHECK (length(hashes) = 32 * width AND width BETWEEN 1 AND 256)
);

CREATE TABLE log.checkpoint (
    size      bigint      PRIMARY KEY,
    root      bytea       NOT NULL,
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL
);

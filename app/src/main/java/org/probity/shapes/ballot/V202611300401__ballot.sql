CREATE SCHEMA ballot;

-- Tokens of one kind for one occasion, under a key of their own. The key's hash is in the log, so that nobody can be given another one to be known by.
CREATE TABLE ballot.round (
    id         uuid  NOT NULL PRIMARY KEY,
    purpose    text  NOT NULL,
    each       int   NOT NULL,   -- tokens for each person
    first_day  date  NOT NULL,
    last_day   date  NOT NULL,
    public_key bytea NOT NULL,
    record     uuid  NOT NULL,
    CONSTRAINT round_key UNIQUE (public_key),
    CONSTRAINT round_each CHECK (each BETWEEN 1 AND 100),
    CONSTRAINT round_days CHECK (first_day <= last_day),
    CONSTRAINT round_purpose CHECK (purpose ~ '^[a-z][a-z-]{1,40}$')
);
CREATE INDEX round_by_purpose ON ballot.round (purpose, last_day);

-- The other half, sealed under the key of the settings, while the round lasts. With the round it goes, and nothing can be signed any more.
CREATE TABLE ballot.signing_key (
    round  uuid NOT NULL PRIMARY KEY REFERENCES ballot.round,
    sealed text NOT NULL
);

-- Who got their tokens, once. What was signed cannot be read from what they sent: it is blinded. Its hash lets an answer that got lost be given again.
CREATE TABLE ballot.issued (
    round  uuid NOT NULL REFERENCES ballot.round,
    person uuid NOT NULL,
    tokens int  NOT NULL,
    asked  text NOT NULL,
    PRIMARY KEY (round, person),
    CONSTRAINT issued_tokens CHECK (tokens > 0),
    CONSTRAINT issued_asked CHECK (asked ~ '^[0-9a-f]{64}$')
);

-- Tokens that were spent: a hash each and the day. Nobody's name, no hour, no number in a row.
CREATE TABLE ballot.spent (
    round uuid  NOT NULL REFERENCES ballot.round,
    token bytea NOT NULL,
    day   date  NOT NULL,
    PRIMARY KEY (round, token),
    CONSTRAINT spent_token CHECK (octet_length(token) = 32)
);

-- A round that is over, as it was counted: no more spent than issued, or it does not hold, and says so.
CREATE TABLE ballot.closing (
    round   uuid    NOT NULL PRIMARY KEY REFERENCES ballot.round,
    day     date    NOT NULL,
    people  bigint  NOT NULL,
    issued  bigint  NOT NULL,
    spent   bigint  NOT NULL,
    holds   boolean NOT NULL GENERATED ALWAYS AS (spent <= issued) STORED,
    root    text    NOT NULL,   -- of the tree over the spent tokens, in the order of their hashes
    record  uuid    NOT NULL,
    CONSTRAINT closing_counts CHECK (people >= 0 AND issued >= people AND spent >= 0),
    CONSTRAINT closing_root CHECK (root ~ '^[0-9a-f]{64}$')
);

-- Keys of somebody once more, under what a passkey of theirs gives. The device that made it opens them; here it is as closed as under words.
CREATE TABLE voice.passkey (
    id         uuid NOT NULL PRIMARY KEY,
    account    uuid NOT NULL,
    credential text NOT NULL,
    wrapped    text NOT NULL,
    day        date NOT NULL,
    CONSTRAINT passkey_credential_once UNIQUE (credential),
    CONSTRAINT passkey_credential_fits CHECK (char_length(credential) BETWEEN 16 AND 1400),
    CONSTRAINT passkey_wrapped_fits CHECK (char_length(wrapped) BETWEEN 100 AND 4000)
);
CREATE INDEX passkey_by_account ON voice.passkey (account);

-- Keys of somebody, sealed for a key that is nowhere: it was cut into three shares, each sealed for another handler, of which any two make it again.
CREATE TABLE voice.quorum (
    id      uuid   NOT NULL PRIMARY KEY,
    account uuid   NOT NULL,
    keys    uuid[] NOT NULL,
    sealed  bytea  NOT NULL,
    day     date   NOT NULL,
    record  uuid   NOT NULL,
    CONSTRAINT quorum_size CHECK (octet_length(sealed) IN (9862, 263862))
);
ALTER TABLE voice.quorum ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX quorum_by_account ON voice.quorum (account);

CREATE TABLE voice.share (
    quorum uuid  NOT NULL REFERENCES voice.quorum,
    no     int   NOT NULL,
    keeper uuid  NOT NULL REFERENCES voice.handler,
    sealed bytea NOT NULL,
    PRIMARY KEY (quorum, no),
    CONSTRAINT share_keeper_once UNIQUE (quorum, keeper),
    CONSTRAINT share_no CHECK (no BETWEEN 1 AND 3),
    CONSTRAINT share_size CHECK (octet_length(sealed) = 9862)
);
CREATE INDEX share_by_keeper ON voice.share (keeper);

-- Whoever lost their words has a new key by two, and asks those who keep shares to seal them for it.
CREATE TABLE voice.recovery (
    id     uuid NOT NULL PRIMARY KEY,
    quorum uuid NOT NULL REFERENCES voice.quorum,
    next   uuid NOT NULL REFERENCES voice.handler,
    day    date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT recovery_once UNIQUE (quorum, next)
);
CREATE TABLE voice.given (
    recovery uuid  NOT NULL REFERENCES voice.recovery,
    no       int   NOT NULL,
    sealed   bytea NOT NULL,
    day      date  NOT NULL,
    by       uuid  NOT NULL,
    record   uuid  NOT NULL,
    PRIMARY KEY (recovery, no),
    CONSTRAINT given_by_another UNIQUE (recovery, by),
    CONSTRAINT given_size CHECK (octet_length(sealed) = 9862)
);
-- What came back, under the words of the new key.
CREATE TABLE voice.restored (
    recovery uuid NOT NULL PRIMARY KEY REFERENCES voice.recovery,
    wrapped  text NOT NULL,
    day      date NOT NULL,
    CONSTRAINT restored_wrapped_fits CHECK (char_length(wrapped) BETWEEN 100 AND 4000)
);

-- A key by which a program acts for a person below /api. Only a hash of it is kept; it ends on its day, or when it is revoked.
CREATE TABLE access.token (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL REFERENCES access.account,
    label        text        NOT NULL,
    secret_hash  bytea       NOT NULL,
    may          text        NOT NULL,
    made_at      timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   uuid,
    CONSTRAINT token_labelled CHECK (label <> ''),
    CONSTRAINT token_may CHECK (may IN ('READ', 'WRITE')),
    CONSTRAINT token_ends CHECK (ends_at > made_at),
    CONSTRAINT token_revoked_by_someone CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE UNIQUE INDEX token_by_secret ON access.token (secret_hash);
CREATE INDEX token_by_account ON access.token (account, made_at);

-- Public keys of people's devices. Nothing here opens anything by itself.
CREATE TABLE access.passkey (
    id              bytea       PRIMARY KEY,          -- the credential's id, given by the device
    account         uuid        NOT NULL REFERENCES access.account,
    label           text        NOT NULL,
    public_key      bytea       NOT NULL,
    signature_count bigint      NOT NULL,
    verified        boolean     NOT NULL,
    transports      text        NOT NULL,
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    added_at        timestamptz NOT NULL,
    used_at         timestamptz NOT NULL,
    CONSTRAINT labelled CHECK (label <> '')
);
CREATE INDEX passkey_by_account ON access.passkey (account);

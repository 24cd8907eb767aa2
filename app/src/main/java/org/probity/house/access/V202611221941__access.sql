CREATE SCHEMA access;

CREATE TABLE access.account (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    email      text        NOT NULL,
    supplier   uuid,                     -- the supplier this person speaks for
    language   text        NOT NULL,
    invited_at timestamptz NOT NULL,
    invited_by uuid        NOT NULL,     -- all zeros: the house itself, when it was set up
    CONSTRAINT named CHECK (name <> ''),
    CONSTRAINT email_is_plain CHECK (email ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
    CONSTRAINT language_spoken CHECK (language IN ('en', 'zh'))
);
CREATE UNIQUE INDEX one_account_per_email ON access.account (lower(email));
CREATE INDEX account_by_supplier ON access.account (supplier) WHERE supplier IS NOT NULL;

-- A role once held stays on record: who gave it and when, who took it and when.
CREATE TABLE access.role (
    account  uuid        NOT NULL REFERENCES access.account,
    role     text        NOT NULL,
    given_at timestamptz NOT NULL,
    given_by uuid        NOT NULL,
    taken_at timestamptz,
    taken_by uuid,
    CONSTRAINT taken_by_someone CHECK ((taken_at IS NULL) = (taken_by IS NULL))
);
CREATE UNIQUE INDEX role_held_once ON access.role (account, role) WHERE taken_at IS NULL;

CREATE TABLE access.disabling (
    account     uuid        NOT NULL REFERENCES access.account,
    disabled_at timestamptz NOT NULL,
    disabled_by uuid        NOT NULL,
    reason      text        NOT NULL,
    enabled_at  timestamptz,
    enabled_by  uuid,
    CONSTRAINT enabled_by_someone CHECK ((enabled_at IS NULL) = (enabled_by IS NULL))
);
CREATE UNIQUE INDEX disabled_once ON access.disabling (account) WHERE enabled_at IS NULL;

CREATE TABLE access.password (
    account uuid        PRIMARY KEY REFERENCES access.account,
    hash    text        NOT NULL,
    set_at  timestamptz NOT NULL,
    CONSTRAINT argon2id CHECK (hash LIKE '$argon2id$%')
);

-- Guesses at a password or a link, per account and per address; the key is a hash, because people type passwords into the wrong field.
CREATE TABLE access.attempt (
    key      text        PRIMARY KEY,
    failures integer     NOT NULL,
    last_at  timestamptz NOT NULL,
    free_at  timestamptz NOT NULL
);

-- Something sent by mail that opens one door once. Only a hash of the secret is kept.
CREATE TABLE access.link (
    id          uuid        PRIMARY KEY,
    purpose     text        NOT NULL,
    account     uuid        NOT NULL REFERENCES access.account,
    secret_hash bytea       NOT NULL,
    browser_hash bytea,
    made_at     timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    used_at     timestamptz,
    CONSTRAINT purpose_known CHECK (purpose IN ('INVITATION', 'RESET', 'SIGN_IN', 'CONFIRM')),
    CONSTRAINT bound_to_a_browser CHECK (purpose IN ('INVITATION', 'RESET') OR browser_hash IS NOT NULL)
);
CREATE UNIQUE INDEX link_by_secret ON access.link (secret_hash);
CREATE INDEX link_by_account ON access.link (account, made_at);

-- One stay of one person in one browser, from signing in to leaving.
CREATE TABLE access.visit (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL REFERENCES access.account,
    way          text        NOT NULL,
    began_at     timestamptz NOT NULL,
    confirmed_at timestamptz NOT NULL,
    address      text        NOT NULL,
    browser      text        NOT NULL,
    ended_at     timestamptz,
    ended_by     uuid,
    CONSTRAINT way_known CHECK (way IN ('PASSWORD', 'PASSKEY', 'LINK')),
    CONSTRAINT ended_by_someone CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX visit_by_account ON access.visit (account, began_at);

CREATE TABLE access.audit (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    kind    text        NOT NULL,
    by      uuid,                        -- null: nobody known, as when a sign-in fails
    subject uuid,
    details jsonb       NOT NULL
);
CREATE INDEX audit_by_time ON access.audit (at);
CREATE INDEX audit_by_subject ON access.audit (subject, at);
CREATE INDEX audit_by_person ON access.audit (by, at);

-- The table Spring Session keeps its sessions in; its columns are given. The principal is the visit.
CREATE TABLE access.session (
    primary_id            char(36)     NOT NULL,
    session_id            char(36)     NOT NULL,
    creation_time         bigint       NOT NULL,
    last_access_time      bigint       NOT NULL,
    max_inactive_interval int          NOT NULL,
    expiry_time           bigint       NOT NULL,
    principal_name        varchar(100),
    CONSTRAINT session_pk PRIMARY KEY (primary_id)
);
CREATE UNIQUE INDEX session_by_id ON access.session (session_id);
CREATE INDEX session_by_expiry ON access.session (expiry_time);
CREATE INDEX session_by_principal ON access.session (principal_name);

CREATE TABLE access.session_attributes (
    session_primary_id char(36)     NOT NULL,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    CONSTRAINT session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    CONSTRAINT session_attributes_of FOREIGN KEY (session_primary_id) REFERENCES access.session ON DELETE CASCADE
);

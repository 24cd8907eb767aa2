CREATE SCHEMA webhook;

CREATE TABLE webhook.endpoint (
    id            uuid        PRIMARY KEY,
    url           text        NOT NULL,
    kinds         text[]      NOT NULL,
    registered_at timestamptz NOT NULL,
    registered_by uuid        NOT NULL,
    CONSTRAINT over_tls CHECK (url LIKE 'https://%'),
    CONSTRAINT some_kind CHECK (cardinality(kinds) > 0)
);

-- Sealed under the key of the settings. Two are valid for a day after a change.
CREATE TABLE webhook.secret (
    id       uuid        PRIMARY KEY,
    endpoint uuid        NOT NULL REFERENCES webhook.endpoint,
    sealed   text        NOT NULL,
    made_at  timestamptz NOT NULL,
    made_by  uuid        NOT NULL,
    ends_at  timestamptz,
    CONSTRAINT ends_after_made CHECK (ends_at >= made_at)
);
CREATE UNIQUE INDEX one_lasting_secret ON webhook.secret (endpoint) WHERE ends_at IS NULL;

CREATE TABLE webhook.stop (
    id         uuid        PRIMARY KEY,
    endpoint   uuid        NOT NULL REFERENCES webhook.endpoint,
    stopped_at timestamptz NOT NULL,
    stopped_by uuid,                       -- null: nothing arrived for days, or the receiver said it is gone
    resumed_at timestamptz,
    resumed_by uuid,
    CONSTRAINT resumed_by_somebody CHECK ((resumed_at IS NULL) = (resumed_by IS NULL))
);
CREATE UNIQUE INDEX one_open_stop ON webhook.stop (endpoint) WHERE resumed_at IS NULL;

CREATE TABLE webhook.message (
    id          uuid        PRIMARY KEY,
    endpoint    uuid        NOT NULL REFERENCES webhook.endpoint,
    kind        text        NOT NULL,
    body        text        NOT NULL,
    written_at  timestamptz NOT NULL,
    tries       integer     NOT NULL DEFAULT 0, -- since it was written or sent again
    arrived_at  timestamptz,
    given_up_at timestamptz,
    CONSTRAINT arrived_or_given_up CHECK (arrived_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX message_newest ON webhook.message (endpoint, written_at DESC);

CREATE TABLE webhook.attempt (
    message uuid        NOT NULL REFERENCES webhook.message ON DELETE CASCADE,
    at      timestamptz NOT NULL,
    status  integer,                       -- null: there was no answer
    trouble text        NOT NULL,
    CONSTRAINT attempt_key PRIMARY KEY (message, at),
    CONSTRAINT answer_or_trouble CHECK (status IS NOT NULL OR trouble <> '')
);

CREATE SCHEMA mail;

CREATE TABLE mail.letter (
    id          uuid        PRIMARY KEY,
    recipient   text        NOT NULL,
    language    text        NOT NULL,
    subject     text        NOT NULL,
    body        text,                    -- null: it has left, or was given up
    written_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    tries       integer     NOT NULL DEFAULT 0,
    last_error  text        NOT NULL DEFAULT '',
    given_up_at timestamptz,
    CONSTRAINT sent_or_given_up CHECK (sent_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX letter_newest ON mail.letter (written_at DESC);

CREATE SCHEMA voice;

CREATE SEQUENCE voice.number;

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('voice', 'acknowledge-days', '2024-01-01', 7, 'Directive (EU) 2019/1937, art. 9(1)(b); to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('voice', 'answer-months', '2024-01-01', 3, 'Directive (EU) 2019/1937, art. 9(1)(f); to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('voice', 'messages-a-day-most', '2024-01-01', 500, 'our rule', '2024-01-01T00:00:00Z');

-- A key that somebody made in their browser to read reports by. Here lies its public half, and the private one under words that only they have.
CREATE TABLE voice.handler (
    id          uuid NOT NULL PRIMARY KEY,
    account     uuid NOT NULL,
    channel     text NOT NULL,
    name        text NOT NULL,   -- as it stood when the key was offered: two people vouched for this name
    function_en text NOT NULL,
    function_zh text NOT NULL,
    recipient   text NOT NULL,
    wrapped     text NOT NULL,
    offered_on  date NOT NULL,
    CONSTRAINT handler_recipient_once UNIQUE (recipient),
    CONSTRAINT handler_channel CHECK (channel IN ('LEGAL', 'AUDIT', 'HR', 'FACTORY', 'UNION', 'COMMITTEE')),
    CONSTRAINT handler_recipient CHECK (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
    CONSTRAINT handler_has_function CHECK (function_en <> '' AND function_zh <> ''),
    CONSTRAINT handler_name_fits CHECK (char_length(name) <= 300),
    CONSTRAINT handler_function_en_fits CHECK (char_length(function_en) <= 100),
    CONSTRAINT handler_function_zh_fits CHECK (char_length(function_zh) <= 100),
    CONSTRAINT handler_wrapped_fits CHECK (char_length(wrapped) BETWEEN 100 AND 2000)
);
CREATE INDEX handler_by_account ON voice.handler (account);

-- The list of readers as it was after each change. The log holds each hash: a key that came another way is on no list that the log has.
CREATE TABLE voice.directory (
    no     int  NOT NULL PRIMARY KEY,
    day    date NOT NULL,
    sha256 text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT directory_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE TABLE voice.entered (
    handler uuid NOT NULL PRIMARY KEY REFERENCES voice.handler,
    no      int  NOT NULL
);
CREATE TABLE voice.retired (
    handler uuid NOT NULL PRIMARY KEY REFERENCES voice.handler,
    no      int  NOT NULL
);

-- Sealed messages, as they came: no sender, no hour, no channel, no reader. The tag is a number that whoever has the receipt can compute, and nobody else.
CREATE TABLE voice.message (
    sha256 text  NOT NULL PRIMARY KEY,
    tag    text  NOT NULL,
    day    date  NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT message_tag_once UNIQUE (tag),
    CONSTRAINT message_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT message_tag CHECK (tag ~ '^[0-9a-f]{32}$'),
    CONSTRAINT message_size CHECK (octet_length(sealed) IN (9862, 263862))
);
ALTER TABLE voice.message ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX message_by_day ON voice.message (day);

-- All messages of a day are one entry of the log, made when the day is over: the log would tell the second of each otherwise.
CREATE TABLE voice.received (
    day    date NOT NULL PRIMARY KEY,
    size   int  NOT NULL,
    root   text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT received_root CHECK (root ~ '^[0-9a-f]{64}$')
);

-- Sealed answers. Whoever waits for one takes them all and tries each.
CREATE TABLE voice.answer (
    sha256 text  NOT NULL PRIMARY KEY,
    day    date  NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT answer_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT answer_size CHECK (octet_length(sealed) IN (9862, 263862))
);
ALTER TABLE voice.answer ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX answer_by_day ON voice.answer (day);

-- What a reader said a message is, so that one that nobody opened is seen. Which case a later one belongs to is not said.
CREATE TABLE voice.opened (
    message text NOT NULL PRIMARY KEY REFERENCES voice.message,
    what    text NOT NULL,
    day     date NOT NULL,
    by      uuid NOT NULL,
    CONSTRAINT opened_what CHECK (what IN ('REPORT', 'LATER', 'NOTHING'))
);

-- The card of a case: all of it that can be read here.
CREATE TABLE voice.card (
    id        uuid NOT NULL PRIMARY KEY,
    number    text NOT NULL,
    message   text NOT NULL REFERENCES voice.opened,
    channel   text NOT NULL,
    category  text NOT NULL,
    site      uuid REFERENCES directory.unit,   -- null: none, or so few work there that it would tell
    received  date NOT NULL,
    opened_on date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    record    uuid NOT NULL,
    CONSTRAINT card_number_taken UNIQUE (number),
    CONSTRAINT card_once_a_message UNIQUE (message),
    CONSTRAINT card_channel CHECK (channel IN ('LEGAL', 'AUDIT', 'HR', 'FACTORY', 'UNION', 'COMMITTEE')),
    CONSTRAINT card_category CHECK (category IN ('FRAUD', 'LAW', 'DISCRIMINATION', 'HARASSMENT', 'PRIVACY', 'FORCED_LABOUR', 'PAY_AND_HOURS', 'SAFETY', 'CONDUCT', 'RETALIATION', 'OTHER')),
    CONSTRAINT card_days CHECK (received <= opened_on)
);

-- Who may see a card: those whose keys the message was sealed for.
CREATE TABLE voice.team (
    card    uuid NOT NULL REFERENCES voice.card,
    handler uuid NOT NULL REFERENCES voice.handler,
    PRIMARY KEY (card, handler)
);
CREATE INDEX team_by_handler ON voice.team (handler);

-- Steps of a case; only added.
CREATE TABLE voice.step (
    card    uuid NOT NULL REFERENCES voice.card,
    no      int  NOT NULL,
    what    text NOT NULL,
    outcome text,
    day     date NOT NULL,
    by      uuid NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid NOT NULL,
    PRIMARY KEY (card, no),
    CONSTRAINT step_what CHECK (what IN ('ACKNOWLEDGED', 'ANSWERED', 'CLOSED')),
    CONSTRAINT step_outcome CHECK ((what = 'CLOSED') = (outcome IS NOT NULL)),
    CONSTRAINT step_outcome_known CHECK (outcome IN ('SUBSTANTIATED', 'PARTLY', 'NOT_SUBSTANTIATED', 'REFERRED', 'NO_CASE'))
);

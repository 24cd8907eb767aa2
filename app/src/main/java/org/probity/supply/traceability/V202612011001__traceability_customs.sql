-- A customs pack that somebody asked for. What became of it stands in one of customs_made, customs_failed and customs_cancelled.
CREATE TABLE traceability.customs_pack (
    id       uuid        NOT NULL PRIMARY KEY,
    no       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    title    text        NOT NULL,   -- what it is for, such as an entry number or a container
    again    uuid        REFERENCES traceability.customs_pack,   -- the one that is made once more
    asked_by uuid        NOT NULL,
    asked_at timestamptz NOT NULL,
    CONSTRAINT customs_pack_has_title CHECK (title <> ''),
    CONSTRAINT customs_pack_title_fits CHECK (char_length(title) <= 300)
);
CREATE UNIQUE INDEX customs_pack_by_no ON traceability.customs_pack (no);

-- The things it is about, in the order in which they were named.
CREATE TABLE traceability.customs_asked (
    pack uuid NOT NULL REFERENCES traceability.customs_pack,
    no   int  NOT NULL,
    item int  NOT NULL REFERENCES traceability.item,
    PRIMARY KEY (pack, no)
);

-- How far it is; written over while it is made.
CREATE TABLE traceability.customs_progress (
    pack  uuid        NOT NULL PRIMARY KEY REFERENCES traceability.customs_pack,
    stage text        NOT NULL,
    done  bigint      NOT NULL,
    total bigint      NOT NULL,
    at    timestamptz NOT NULL,
    CONSTRAINT customs_progress_stage CHECK (stage IN ('FOLLOWING', 'WRITING', 'PAPERS', 'PROVING', 'CHECKING')),
    CONSTRAINT customs_progress_counts CHECK (0 <= done AND done <= total)
);

-- What the log was told of. More than once for a pack only where a node died between this and the file.
CREATE TABLE traceability.customs_sealed (
    record   uuid        NOT NULL PRIMARY KEY,
    pack     uuid        NOT NULL REFERENCES traceability.customs_pack,
    manifest bytea       NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT customs_sealed_manifest CHECK (octet_length(manifest) = 32)
);
CREATE INDEX customs_sealed_by_pack ON traceability.customs_sealed (pack);

CREATE TABLE traceability.customs_made (
    pack     uuid        NOT NULL PRIMARY KEY REFERENCES traceability.customs_pack,
    evidence uuid        NOT NULL REFERENCES evidence.item,
    paper    uuid        NOT NULL REFERENCES evidence.item,
    record   uuid        NOT NULL REFERENCES traceability.customs_sealed,
    serials  bigint      NOT NULL,
    grams    bigint      NOT NULL,
    events   bigint      NOT NULL,
    papers   bigint      NOT NULL,
    missing  bigint      NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT customs_made_missing CHECK (0 <= missing AND missing <= papers)
);

-- Things of the same chain: the same articles made at the same places, and all ways known to quartz or not.
CREATE TABLE traceability.customs_group (
    pack     uuid    NOT NULL REFERENCES traceability.customs_pack,
    no       int     NOT NULL,
    chain    text    NOT NULL,
    complete boolean NOT NULL,
    verdict  text    NOT NULL,
    serials  bigint  NOT NULL,
    grams    bigint  NOT NULL,
    steps    int     NOT NULL,
    PRIMARY KEY (pack, no),
    CONSTRAINT customs_group_chain CHECK (chain ~ '^[0-9a-f]{64}$'),
    CONSTRAINT customs_group_verdict CHECK (verdict IN ('CLEAN', 'TOUCHED', 'UNKNOWN'))
);
CREATE INDEX customs_group_by_chain ON traceability.customs_group (chain);

CREATE TABLE traceability.customs_failed (
    pack   uuid        NOT NULL PRIMARY KEY REFERENCES traceability.customs_pack,
    reason text        NOT NULL,   -- key of a message
    detail text        NOT NULL,
    at     timestamptz NOT NULL,
    CONSTRAINT customs_failed_reason_fits CHECK (char_length(reason) <= 300),
    CONSTRAINT customs_failed_detail_fits CHECK (char_length(detail) <= 1000)
);

CREATE TABLE traceability.customs_cancelled (
    pack         uuid        NOT NULL PRIMARY KEY REFERENCES traceability.customs_pack,
    cancelled_by uuid        NOT NULL,
    at           timestamptz NOT NULL
);

-- That a pack left the house: to whom, why, by whose hand. Each time anew.
CREATE TABLE traceability.customs_handout (
    id        uuid        NOT NULL PRIMARY KEY,
    pack      uuid        NOT NULL REFERENCES traceability.customs_made,
    recipient text        NOT NULL,
    reason    text        NOT NULL,
    handed_by uuid        NOT NULL,
    handed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT customs_handout_says_whom CHECK (recipient <> '' AND reason <> ''),
    CONSTRAINT customs_handout_recipient_fits CHECK (char_length(recipient) <= 300),
    CONSTRAINT customs_handout_reason_fits CHECK (char_length(reason) <= 4000)
);
CREATE INDEX customs_handout_by_pack ON traceability.customs_handout (pack, handed_at);

-- That customs cleared goods of this chain, by which entry. A person says so; what is withdrawn is another row with an empty entry.
CREATE TABLE traceability.customs_cleared (
    chain    text        NOT NULL,
    no       int         NOT NULL,
    pack     uuid        NOT NULL REFERENCES traceability.customs_made,
    entry    text        NOT NULL,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    PRIMARY KEY (chain, no),
    CONSTRAINT customs_cleared_chain CHECK (chain ~ '^[0-9a-f]{64}$'),
    CONSTRAINT customs_cleared_entry_fits CHECK (char_length(entry) <= 300)
);

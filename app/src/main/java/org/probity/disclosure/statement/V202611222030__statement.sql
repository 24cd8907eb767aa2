CREATE SCHEMA statement;

CREATE TABLE statement.edition (
    id          uuid        PRIMARY KEY,
    year        int         NOT NULL,
    no          int         NOT NULL,
    proposal    uuid        NOT NULL REFERENCES decision.proposal,
    cause       text,               -- why a published edition is followed by this one
    reason_en   text        NOT NULL DEFAULT '',
    reason_zh   text        NOT NULL DEFAULT '',
    prepared_by uuid        NOT NULL,
    prepared_at timestamptz NOT NULL,
    CONSTRAINT edition_numbered_once UNIQUE (year, no, id),
    CONSTRAINT first_has_no_cause CHECK ((no = 1) = (cause IS NULL))
);

CREATE TABLE statement.edition_figure (
    edition uuid NOT NULL REFERENCES statement.edition,
    frozen  uuid NOT NULL REFERENCES figure.frozen,
    PRIMARY KEY (edition, frozen)
);

-- An edition that two people published. A number is published once.
CREATE TABLE statement.publication (
    edition      uuid        PRIMARY KEY REFERENCES statement.edition,
    year         int         NOT NULL,
    no           int         NOT NULL,
    record       uuid        NOT NULL,
    published_at timestamptz NOT NULL,
    published_by uuid        NOT NULL,
    CONSTRAINT published_once UNIQUE (year, no)
);

-- The package of each level: fixed at publication, completed with proofs once the log covers it.
CREATE TABLE statement.package (
    edition  uuid  NOT NULL REFERENCES statement.edition,
    level    text  NOT NULL,
    draft    bytea NOT NULL,
    complete bytea,
    log_size bigint,
    PRIMARY KEY (edition, level),
    CONSTRAINT level_known CHECK (level IN ('PUBLIC', 'CUSTOMER', 'ASSURER'))
);

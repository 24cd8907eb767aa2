CREATE SCHEMA assurance;

-- Who may look, and until when. The newest of an assurer is what holds; the others are its history.
CREATE TABLE assurance.engagement (
    id        uuid        PRIMARY KEY,
    assurer   uuid        NOT NULL REFERENCES access.account,
    firm      text        NOT NULL,
    last_day  date        NOT NULL,
    agreed_by uuid        NOT NULL,
    agreed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT firm_named CHECK (firm <> ''),
    CONSTRAINT nobody_engages_themselves CHECK (assurer <> agreed_by)
);
CREATE INDEX engagement_by_assurer ON assurance.engagement (assurer, agreed_at DESC);

-- Rows chosen by a seed. The same seed chooses the same rows, so it is drawn once.
CREATE TABLE assurance.sample (
    id         uuid        PRIMARY KEY,
    edition    uuid        NOT NULL REFERENCES statement.edition,
    figure     text        NOT NULL,
    population text        NOT NULL,
    method     text        NOT NULL,
    seed       text        NOT NULL,
    size       int         NOT NULL,
    drawn_by   uuid        NOT NULL,
    drawn_at   timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT drawn_once UNIQUE (edition, figure, population, method, seed, size),
    CONSTRAINT population_known CHECK (population IN ('COUNTED', 'LEFT_OUT')),
    CONSTRAINT method_known CHECK (method IN ('SIMPLE', 'BY_STRENGTH', 'BY_VALUE')),
    CONSTRAINT seed_given CHECK (seed <> ''),
    CONSTRAINT not_empty CHECK (size > 0)
);

CREATE TABLE assurance.sampled (
    sample uuid NOT NULL REFERENCES assurance.sample,
    place  int  NOT NULL,               -- in the order drawn, from 1
    code   text NOT NULL,
    PRIMARY KEY (sample, code),
    CONSTRAINT one_at_a_place UNIQUE (sample, place)
);

-- What the assurer saw in a row. The newest is what holds; nothing is updated.
CREATE TABLE assurance.finding (
    sample   uuid        NOT NULL,
    code     text        NOT NULL,
    no       int         NOT NULL,
    outcome  text        NOT NULL,
    note     text        NOT NULL,
    found_by uuid        NOT NULL,
    found_at timestamptz NOT NULL,
    PRIMARY KEY (sample, code, no),
    CONSTRAINT of_a_sampled_row FOREIGN KEY (sample, code) REFERENCES assurance.sampled,
    CONSTRAINT outcome_known CHECK (outcome IN ('AGREES', 'EXCEPTION')),
    CONSTRAINT exception_says_what CHECK (outcome = 'AGREES' OR note <> '')
);

-- What the company says to an exception. It changes nothing in the finding.
CREATE TABLE assurance.reply (
    sample     uuid        NOT NULL,
    code       text        NOT NULL,
    no         int         NOT NULL,
    words      text        NOT NULL,
    replied_by uuid        NOT NULL,
    replied_at timestamptz NOT NULL,
    PRIMARY KEY (sample, code, no),
    CONSTRAINT to_a_finding FOREIGN KEY (sample, code, no) REFERENCES assurance.finding,
    CONSTRAINT says_something CHECK (words <> '')
);

-- All rows of a sample were looked at; from here on its findings stand.
CREATE TABLE assurance.result (
    sample     uuid        PRIMARY KEY REFERENCES assurance.sample,
    looked_at  int         NOT NULL,
    exceptions int         NOT NULL,
    closed_by  uuid        NOT NULL,
    closed_at  timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT no_more_than_all CHECK (exceptions BETWEEN 0 AND looked_at)
);

-- What the assurer concluded of a figure of an edition. The newest is what holds.
CREATE TABLE assurance.conclusion (
    id           uuid        PRIMARY KEY,
    edition      uuid        NOT NULL REFERENCES statement.edition,
    figure       text        NOT NULL,
    outcome      text        NOT NULL,
    depth        text        NOT NULL,
    looked_at    int         NOT NULL,
    exceptions   int         NOT NULL,
    firm         text        NOT NULL,
    concluded_by uuid        NOT NULL,
    concluded_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT conclusion_known CHECK (outcome IN ('NO_EXCEPTION', 'EXCEPTIONS')),
    CONSTRAINT depth_known CHECK (depth IN ('LIMITED', 'REASONABLE')),
    CONSTRAINT clean_without_exceptions CHECK ((outcome = 'NO_EXCEPTION') = (exceptions = 0)),
    CONSTRAINT on_something CHECK (looked_at > 0)
);
CREATE INDEX conclusion_by_figure ON assurance.conclusion (edition, figure, concluded_at DESC);

-- The publisher lets everybody read it.
CREATE TABLE assurance.showing (
    conclusion uuid        PRIMARY KEY REFERENCES assurance.conclusion,
    allowed_by uuid        NOT NULL,
    allowed_at timestamptz NOT NULL,
    record     uuid        NOT NULL
);

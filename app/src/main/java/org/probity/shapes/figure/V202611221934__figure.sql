CREATE SCHEMA figure;

-- A pseudonym for a subject of a figure, the same in every edition, so that a restatement can name the rows that changed.
CREATE TABLE figure.code (
    figure  text NOT NULL,
    subject uuid NOT NULL,
    no      int  NOT NULL,
    PRIMARY KEY (figure, subject),
    CONSTRAINT code_taken UNIQUE (figure, no)
);

-- A value as it was computed at a moment, with all that it was computed from. Never updated.
CREATE TABLE figure.frozen (
    id               uuid        PRIMARY KEY,
    figure           text        NOT NULL,
    version          int         NOT NULL,
    year             int         NOT NULL,
    known_at         timestamptz NOT NULL,
    exact            text,                   -- n/d; null when there is nothing to divide by
    shown            text        NOT NULL,
    control_stated   numeric     NOT NULL,   -- what the other source says
    control_other    numeric     NOT NULL,   -- what of it is not the rows' business
    control_rows     numeric     NOT NULL,   -- what the rows add up to
    frozen_by        uuid        NOT NULL,
    frozen_at        timestamptz NOT NULL
);

CREATE TABLE figure.frozen_row (
    frozen      uuid  NOT NULL REFERENCES figure.frozen,
    code        text  NOT NULL,
    subject     uuid  NOT NULL,
    number      text  NOT NULL,
    name_en     text  NOT NULL,
    name_zh     text  NOT NULL,
    reason      text,                        -- why left out; null when counted
    inputs      jsonb NOT NULL,
    facts       jsonb NOT NULL,
    evidence    jsonb NOT NULL,
    PRIMARY KEY (frozen, code)
);

CREATE SCHEMA minerals;

CREATE TABLE minerals.campaign (
    year      int         PRIMARY KEY,
    due_day   date        NOT NULL,
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    asked     int         NOT NULL,
    CONSTRAINT due_in_or_after_its_year CHECK (extract(year FROM due_day) >= year)
);

-- One file sent in answer to an obligation, and what the reader made of it.
CREATE TABLE minerals.paper (
    id            uuid        PRIMARY KEY,
    obligation    uuid        NOT NULL REFERENCES obligation.obligation,
    evidence      uuid        NOT NULL REFERENCES evidence.item,
    received_at   timestamptz NOT NULL,
    received_by   uuid        NOT NULL,
    unreadable    text,                  -- why the workbook could not be read; a message key
    unreadable_of text[],
    version       text,                  -- template revision, such as 6.5
    effective_day date,
    company       text,
    cells         jsonb       NOT NULL DEFAULT '{}',   -- every cell that was read, by sheet and address
    list_hash     text,                  -- the same smelter list gives the same hash
    record        uuid        NOT NULL
);
CREATE INDEX paper_by_obligation ON minerals.paper (obligation, received_at DESC);
CREATE INDEX paper_by_list ON minerals.paper (list_hash);

CREATE TABLE minerals.finding (
    paper    uuid   NOT NULL REFERENCES minerals.paper,
    no       int    NOT NULL,
    key      text   NOT NULL,
    severity text   NOT NULL,
    sheet    text   NOT NULL,
    address  text   NOT NULL,
    value    text   NOT NULL,
    words_en text   NOT NULL,   -- as told that day; the words may be improved later
    words_zh text   NOT NULL,
    PRIMARY KEY (paper, no),
    CONSTRAINT severity_known CHECK (severity IN ('MUST_CORRECT', 'LOOK_AT'))
);

-- The smelters a declaration names.
CREATE TABLE minerals.named_smelter (
    paper   uuid NOT NULL REFERENCES minerals.paper,
    row     int  NOT NULL,
    metal   text NOT NULL,
    smelter text NOT NULL,      -- CID as resolved, or empty
    name    text NOT NULL,
    country text NOT NULL,
    PRIMARY KEY (paper, row)
);
CREATE INDEX named_smelter_by_id ON minerals.named_smelter (smelter);

CREATE SCHEMA screening;

CREATE TABLE screening.list (
    id        uuid        PRIMARY KEY,
    code      text        NOT NULL,
    source    text        NOT NULL,   -- whose files these are, so how they are read
    name_en   text        NOT NULL,
    name_zh   text        NOT NULL,
    bar       int         NOT NULL,   -- thousandths from which likeness is an alert
    verdict   text        NOT NULL,   -- what an open alert does to a clearance
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT list_code_taken UNIQUE (code),
    CONSTRAINT list_source CHECK (source IN ('OFAC_SDN', 'UN', 'BIS', 'UFLPA', 'OWN')),
    CONSTRAINT list_verdict CHECK (verdict IN ('NONE', 'WARN', 'STOP')),
    CONSTRAINT list_bar CHECK (bar BETWEEN 600 AND 1000),
    CONSTRAINT list_names_fits CHECK (length(name_en) <= 300 AND length(name_zh) <= 300)
);

-- Files that were read and shown, and not yet taken.
CREATE TABLE screening.draft (
    id       uuid        PRIMARY KEY,
    list     uuid        NOT NULL REFERENCES screening.list,
    label    text        NOT NULL,
    day      date        NOT NULL,
    based_on int         NOT NULL,   -- the version it was compared with; 0: none
    drawn_by uuid        NOT NULL,
    drawn_at timestamptz NOT NULL,
    CONSTRAINT draft_label_fits CHECK (length(label) <= 300)
);

CREATE TABLE screening.draft_file (
    draft    uuid NOT NULL REFERENCES screening.draft,
    part     text NOT NULL,
    evidence uuid NOT NULL REFERENCES evidence.item,
    PRIMARY KEY (draft, part)
);

CREATE TABLE screening.version (
    id        uuid        PRIMARY KEY,
    list      uuid        NOT NULL REFERENCES screening.list,
    no        int         NOT NULL,
    label     text        NOT NULL,
    day       date        NOT NULL,   -- in force from then on
    entries   int         NOT NULL,
    came      int         NOT NULL,   -- against the version before
    went      int         NOT NULL,
    changed   int         NOT NULL,
    draft     uuid        NOT NULL REFERENCES screening.draft,
    loaded_by uuid        NOT NULL,
    loaded_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT version_number UNIQUE (list, no),
    CONSTRAINT version_label_taken UNIQUE (list, label)
);

-- An entry as it stood from one version until before another.
CREATE TABLE screening.entry (
    id       uuid NOT NULL PRIMARY KEY,
    list     uuid NOT NULL REFERENCES screening.list,
    code     text NOT NULL,
    content  text NOT NULL,   -- canonical JSON
    likeness text NOT NULL,   -- SHA-256 of what is compared
    sha256   text NOT NULL,   -- of the content
    first_no int  NOT NULL,
    last_no  int,
    CONSTRAINT entry_lasts CHECK (last_no >= first_no)
);
CREATE UNIQUE INDEX entry_now ON screening.entry (list, code) WHERE last_no IS NULL;
CREATE INDEX entry_by_list ON screening.entry (list, first_no);

CREATE TABLE screening.run (
    id       uuid        PRIMARY KEY,
    cause    text        NOT NULL,
    rules    int         NOT NULL,
    begun_by uuid,
    begun_at timestamptz NOT NULL,
    done_at  timestamptz,
    record   uuid,
    CONSTRAINT run_cause CHECK (cause IN ('VERSION', 'SUPPLIER', 'SETTING')),
    CONSTRAINT run_done_with_record CHECK ((done_at IS NULL) = (record IS NULL))
);

-- What was asked, and what came of it. The digest of nothing is the digest of an empty list.
CREATE TABLE screening.result (
    run       uuid        NOT NULL REFERENCES screening.run,
    supplier  uuid        NOT NULL REFERENCES supplier.supplier,
    version   uuid        NOT NULL REFERENCES screening.version,
    judged_at timestamptz,
    subject   text,        -- SHA-256 of the names and numbers looked for
    hits      int,
    digest    text,        -- SHA-256 of the hits with their scores
    PRIMARY KEY (run, supplier, version),
    CONSTRAINT judged_whole CHECK ((judged_at IS NULL) = (subject IS NULL) AND (judged_at IS NULL) = (hits IS NULL) AND (judged_at IS NULL) = (digest IS NULL))
);
CREATE INDEX result_not_yet ON screening.result (run) WHERE judged_at IS NULL;
CREATE INDEX result_by_supplier ON screening.result (supplier, judged_at DESC);

-- A supplier that is like an entry, both as they stood; asked about once, however many versions follow.
CREATE TABLE screening.alert (
    id          uuid        PRIMARY KEY,
    supplier    uuid        NOT NULL REFERENCES supplier.supplier,
    list        uuid        NOT NULL REFERENCES screening.list,
    entry       uuid        NOT NULL REFERENCES screening.entry,
    code        text        NOT NULL,
    likeness    text        NOT NULL,
    subject     text        NOT NULL,
    score       int         NOT NULL,
    name        text        NOT NULL,
    listed_name text        NOT NULL,
    number      text        NOT NULL DEFAULT '',   -- in common, when that decided
    links       text        NOT NULL,              -- the reason, JSON
    run         uuid        NOT NULL REFERENCES screening.run,
    opened_at   timestamptz NOT NULL,
    CONSTRAINT alert_once UNIQUE (supplier, list, code, likeness, subject)
);
CREATE INDEX alert_by_list ON screening.alert (list, opened_at);

CREATE TABLE screening.step (
    alert  uuid        NOT NULL REFERENCES screening.alert,
    no     int         NOT NULL,
    state  text        NOT NULL,
    by     uuid,                    -- nobody: a rule
    second uuid,                    -- who confirmed a true hit
    at     timestamptz NOT NULL,
    reason text        NOT NULL,    -- a person's words, or a message key of a rule
    record uuid        NOT NULL,
    PRIMARY KEY (alert, no),
    CONSTRAINT step_state CHECK (state IN ('OPEN', 'FALSE_HIT', 'TRUE_HIT', 'CLOSED')),
    CONSTRAINT step_reason_fits CHECK (length(reason) <= 4000),
    CONSTRAINT people_decide CHECK (state IN ('OPEN', 'CLOSED') OR by IS NOT NULL),
    CONSTRAINT four_eyes CHECK (state <> 'TRUE_HIT' OR second IS NOT NULL AND second <> by)
);

-- For other rooms: how each alert stands.
CREATE VIEW screening.standing AS
    SELECT alert.id, alert.supplier, alert.list, alert.score, alert.opened_at, step.state, step.at, step.record,
           list.verdict, list.source, list.code AS list_code, list.name_en AS list_en, list.name_zh AS list_zh
      FROM screening.alert
      JOIN screening.list ON list.id = alert.list
      JOIN LATERAL (SELECT state, at, record FROM screening.step WHERE step.alert = alert.id ORDER BY no DESC LIMIT 1) AS step ON true;

-- The version of each list that held on a day, as known at a moment.
CREATE FUNCTION screening.in_force(on_day date, known_at timestamptz)
RETURNS TABLE (list uuid, version uuid, no int)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (list) list, id, no
      FROM screening.version
     WHERE day <= on_day
       AND loaded_at <= known_at
     ORDER BY list, no DESC
$$;

CREATE SCHEMA casework;

-- How long a kind of case may take, where somebody chose other days than its room's pack. A change is a new row.
CREATE TABLE casework.span (
    kind       text        NOT NULL,
    severity   text        NOT NULL,
    from_day   date        NOT NULL,
    plan_days  int         NOT NULL,
    close_days int         NOT NULL,
    source     text        NOT NULL,
    set_by     uuid        NOT NULL,
    set_at     timestamptz NOT NULL,
    record     uuid        NOT NULL,
    PRIMARY KEY (kind, severity, from_day, set_at),
    CONSTRAINT plan_before_closing CHECK (plan_days > 0 AND close_days >= plan_days),
    CONSTRAINT span_has_source CHECK (source <> '')
);

CREATE TABLE casework.correction (
    id            uuid NOT NULL PRIMARY KEY,
    kind          text NOT NULL,   -- e.g. audit.finding
    severity      text NOT NULL,   -- in the room's words; the days go by it
    subject       uuid NOT NULL,   -- what the case is about, in the room's table
    supplier      uuid NOT NULL,
    title_en      text NOT NULL,
    title_zh      text NOT NULL,
    opened_day    date NOT NULL,
    plan_due_day  date NOT NULL,
    close_due_day date NOT NULL,
    source        text NOT NULL,   -- where the days come from
    CONSTRAINT one_case_a_subject UNIQUE (kind, subject),
    CONSTRAINT plan_due_first CHECK (opened_day <= plan_due_day AND plan_due_day <= close_due_day)
);
CREATE INDEX correction_by_supplier ON casework.correction (supplier);

-- What the supplier means to do. A better one is another row.
CREATE TABLE casework.plan (
    id          uuid        NOT NULL PRIMARY KEY,
    correction  uuid        NOT NULL REFERENCES casework.correction,
    containment text        NOT NULL,
    root_cause  text        NOT NULL,
    sent_by     uuid        NOT NULL,
    sent_at     timestamptz NOT NULL,
    CONSTRAINT plan_says_all CHECK (containment <> '' AND root_cause <> '')
);
CREATE INDEX plan_by_correction ON casework.plan (correction, sent_at);

CREATE TABLE casework.measure (
    plan    uuid NOT NULL REFERENCES casework.plan,
    no      int  NOT NULL,
    aim     text NOT NULL,
    what    text NOT NULL,
    owner   text NOT NULL,
    due_day date NOT NULL,
    PRIMARY KEY (plan, no),
    CONSTRAINT aim_known CHECK (aim IN ('CORRECTIVE', 'PREVENTIVE')),
    CONSTRAINT measure_says_all CHECK (what <> '' AND owner <> '')
);

-- Where a case stands is the newest step. Nothing here is ever updated.
CREATE TABLE casework.step (
    correction uuid        NOT NULL REFERENCES casework.correction,
    no         int         NOT NULL,
    state      text        NOT NULL,
    at         timestamptz NOT NULL,
    by         uuid        NOT NULL,
    words      text        NOT NULL DEFAULT '',
    due_day    date        NOT NULL,                -- by when the side whose turn it is should move
    plan       uuid        REFERENCES casework.plan,
    method     text,                                -- of a verification
    visit_day  date,                                -- when somebody was there
    after_by   uuid,                                -- who took the step that a closing confirms
    record     uuid        NOT NULL,
    PRIMARY KEY (correction, no),
    CONSTRAINT step_known CHECK (state IN ('PLAN_OWED', 'PLAN_SENT', 'PLAN_RETURNED', 'PLAN_ACCEPTED', 'DONE_SENT', 'DONE_RETURNED', 'VERIFIED',
                                           'NO_ACTION', 'CLOSED')),
    CONSTRAINT plan_is_there CHECK (state NOT IN ('PLAN_SENT', 'PLAN_ACCEPTED') OR plan IS NOT NULL),
    CONSTRAINT verified_somehow CHECK ((state = 'VERIFIED') = (method IS NOT NULL) AND (method IS NULL OR method IN ('DESK', 'SITE'))),
    CONSTRAINT visited_on_a_day CHECK ((method = 'SITE') = (visit_day IS NOT NULL) OR method IS NULL AND visit_day IS NULL),
    CONSTRAINT reason_told CHECK (state NOT IN ('PLAN_RETURNED', 'DONE_RETURNED', 'NO_ACTION', 'VERIFIED', 'DONE_SENT') OR words <> ''),
    CONSTRAINT closed_by_two CHECK (state <> 'CLOSED' OR after_by IS NOT NULL AND after_by <> by)
);

CREATE TABLE casework.proof (
    correction uuid NOT NULL,
    step       int  NOT NULL,
    evidence   uuid NOT NULL REFERENCES evidence.item,
    PRIMARY KEY (correction, step, evidence),
    FOREIGN KEY (correction, step) REFERENCES casework.step
);

CREATE TABLE casework.reminder (
    correction uuid NOT NULL REFERENCES casework.correction,
    day        date NOT NULL,
    days_left  int  NOT NULL,
    PRIMARY KEY (correction, day)
);

-- For other rooms: where each case stood, as known at a moment.
CREATE FUNCTION casework.standing_at(known_at timestamptz)
RETURNS TABLE (
    id uuid, kind text, severity text, subject uuid, supplier uuid, title_en text, title_zh text, opened_day date, plan_due_day date,
    close_due_day date, source text, step int, state text, at timestamptz, by uuid, words text, due_day date, plan uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT correction.id, kind, severity, subject, supplier, title_en, title_zh, opened_day, plan_due_day, close_due_day, source,
           step.no, step.state, step.at, step.by, step.words, step.due_day, step.plan, step.record
      FROM casework.correction
      JOIN LATERAL (SELECT *
                      FROM casework.step
                     WHERE step.correction = correction.id
                       AND step.at <= known_at
                     ORDER BY no DESC
                     LIMIT 1) AS step ON true
$$;

CREATE VIEW casework.standing AS
    SELECT * FROM casework.standing_at('infinity');

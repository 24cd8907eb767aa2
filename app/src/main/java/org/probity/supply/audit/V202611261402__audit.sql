CREATE SCHEMA audit;

-- The points of risk, as published. A change is another version; the plan says by which it was drawn.
CREATE TABLE audit.risk_rule (
    version int  NOT NULL,
    since   date NOT NULL,
    key     text NOT NULL,
    points  int  NOT NULL,
    source  text NOT NULL,
    PRIMARY KEY (key, version)
);

INSERT INTO audit.risk_rule (version, since, key, points, source) VALUES
    (1, '2024-01-01', 'key-supplier', 40, 'our rule'),
    (1, '2024-01-01', 'share-50', 30, 'our rule'),
    (1, '2024-01-01', 'share-20', 20, 'our rule'),
    (1, '2024-01-01', 'share-5', 10, 'our rule'),
    (1, '2024-01-01', 'share-some', 5, 'our rule'),
    (1, '2024-01-01', 'category.solder', 15, 'our rule'),
    (1, '2024-01-01', 'category.wafer', 20, 'our rule'),
    (1, '2024-01-01', 'category.paste', 15, 'our rule'),
    (1, '2024-01-01', 'category.chemicals', 20, 'our rule'),
    (1, '2024-01-01', 'category.glass', 10, 'our rule'),
    (1, '2024-01-01', 'category.frame', 10, 'our rule'),
    (1, '2024-01-01', 'category.equipment', 5, 'our rule'),
    (1, '2024-01-01', 'tin', 20, 'our rule: stricter where material holds tin'),
    (1, '2024-01-01', 'never-audited', 15, 'our rule'),
    (1, '2024-01-01', 'reaudit-due', 25, 'our rule'),
    (1, '2024-01-01', 'priority-open', 30, 'our rule'),
    (1, '2024-01-01', 'major-last', 15, 'our rule');

CREATE TABLE audit.capacity (
    year   int         NOT NULL,
    audits int         NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (year, at),
    CONSTRAINT some_audits CHECK (audits BETWEEN 0 AND 2000)
);

-- Whom we mean to visit in a year, with the points that spoke for it on the day.
CREATE TABLE audit.planned (
    id       uuid        NOT NULL PRIMARY KEY,
    year     int         NOT NULL,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    month    int         NOT NULL,
    points   int         NOT NULL,
    basis    jsonb       NOT NULL,
    reason   text        NOT NULL,   -- why it was added by hand; empty: by its points
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT planned_once_a_year UNIQUE (year, supplier),
    CONSTRAINT month_of_year CHECK (month BETWEEN 1 AND 12)
);

CREATE TABLE audit.plan_change (
    planned uuid        NOT NULL REFERENCES audit.planned,
    no      int         NOT NULL,
    what    text        NOT NULL,
    month   int         NOT NULL,
    reason  text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (planned, no),
    CONSTRAINT change_known CHECK (what IN ('MOVED', 'DROPPED', 'TAKEN_UP')),
    CONSTRAINT change_has_reason CHECK (reason <> '')
);

CREATE SEQUENCE audit.number;

CREATE TABLE audit.audit (
    id           uuid        NOT NULL PRIMARY KEY,
    number       text        NOT NULL,
    supplier     uuid        NOT NULL REFERENCES supplier.supplier,
    site         uuid        NOT NULL REFERENCES supplier.site,
    scope        text        NOT NULL,
    pack         text        NOT NULL,
    pack_version int         NOT NULL,
    pack_sha256  text        NOT NULL,
    from_day     date        NOT NULL,
    until_day    date        NOT NULL,
    arranged_by  uuid        NOT NULL,
    CONSTRAINT audit_number_taken UNIQUE (number),
    CONSTRAINT audit_has_scope CHECK (scope <> ''),
    CONSTRAINT ends_after_beginning CHECK (until_day >= from_day)
);
CREATE INDEX audit_by_supplier ON audit.audit (supplier);

-- Where an audit stands is the newest step.
CREATE TABLE audit.step (
    audit       uuid        NOT NULL REFERENCES audit.audit,
    no          int         NOT NULL,
    state       text        NOT NULL,
    at          timestamptz NOT NULL,
    by          uuid        NOT NULL,
    words       text        NOT NULL DEFAULT '',
    findings    int,                    -- stated by the report that was validated
    reaudit_day date,                   -- by when we come again
    record      uuid        NOT NULL,
    PRIMARY KEY (audit, no),
    CONSTRAINT audit_state_known CHECK (state IN ('ARRANGED', 'UNDERWAY', 'DRAWN_UP', 'REPORTED', 'CALLED_OFF')),
    CONSTRAINT report_states_findings CHECK ((state = 'REPORTED') = (findings IS NOT NULL) AND (state = 'REPORTED') = (reaudit_day IS NOT NULL)),
    CONSTRAINT called_off_for_a_reason CHECK (state <> 'CALLED_OFF' OR words <> '')
);

CREATE TABLE audit.member (
    audit      uuid        NOT NULL REFERENCES audit.audit,
    account    uuid        NOT NULL,
    department text        NOT NULL,
    lead       boolean     NOT NULL,
    named_by   uuid        NOT NULL,
    named_at   timestamptz NOT NULL,
    left_at    timestamptz,             -- a declared dealing took them out
    dealings   text,                    -- null: not declared yet; empty: none
    declared_at timestamptz,
    record     uuid,
    PRIMARY KEY (audit, account),
    CONSTRAINT audit_department_known CHECK (department IN ('PROCUREMENT', 'QUALITY', 'PROCESS', 'EHS')),
    CONSTRAINT declared_on_a_day CHECK ((dealings IS NULL) = (declared_at IS NULL)),
    CONSTRAINT dealings_take_out CHECK (dealings IS NULL OR dealings = '' OR left_at IS NOT NULL)
);
CREATE UNIQUE INDEX one_lead ON audit.member (audit) WHERE lead AND left_at IS NULL;

CREATE TABLE audit.meeting (
    audit  uuid        NOT NULL REFERENCES audit.audit,
    kind   text        NOT NULL,
    day    date        NOT NULL,
    people int         NOT NULL,
    words  text        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (audit, kind),
    CONSTRAINT meeting_known CHECK (kind IN ('OPENING', 'CLOSING')),
    CONSTRAINT somebody_came CHECK (people > 0)
);

-- How many were interviewed, never who.
CREATE TABLE audit.sampling (
    audit      uuid        NOT NULL REFERENCES audit.audit,
    at         timestamptz NOT NULL,
    interviews int         NOT NULL,
    groups     text        NOT NULL,
    documents  text        NOT NULL,
    by         uuid        NOT NULL,
    PRIMARY KEY (audit, at),
    CONSTRAINT counted CHECK (interviews >= 0),
    CONSTRAINT documents_named CHECK (documents <> '')
);

-- What an auditor answered. The id is made where it was answered, so that sending twice keeps one. Nothing is ever updated: the newest of each auditor counts.
CREATE TABLE audit.answer (
    id       uuid        NOT NULL PRIMARY KEY,
    audit    uuid        NOT NULL REFERENCES audit.audit,
    question text        NOT NULL,
    verdict  text        NOT NULL,
    severity text,
    clause   text        NOT NULL,
    note     text        NOT NULL,
    by       uuid        NOT NULL,
    made_at  timestamptz NOT NULL,   -- by the clock of the device
    came_at  timestamptz NOT NULL,
    CONSTRAINT audit_verdict_known CHECK (verdict IN ('CONFORM', 'FINDING', 'NOT_APPLICABLE')),
    CONSTRAINT finding_says_all CHECK ((verdict = 'FINDING') = (severity IS NOT NULL) AND (verdict <> 'FINDING' OR clause <> '' AND note <> '')),
    CONSTRAINT audit_severity_known CHECK (severity IN ('PRIORITY', 'MAJOR', 'MINOR', 'OBSERVATION', 'GOOD_PRACTICE'))
);
CREATE INDEX answer_by_audit ON audit.answer (audit, question);

CREATE TABLE audit.photo (
    id       uuid        NOT NULL PRIMARY KEY,
    audit    uuid        NOT NULL REFERENCES audit.audit,
    question text        NOT NULL,
    evidence uuid        NOT NULL REFERENCES evidence.item,
    by       uuid        NOT NULL,
    made_at  timestamptz NOT NULL,
    came_at  timestamptz NOT NULL
);
CREATE INDEX photo_by_audit ON audit.photo (audit, question);

-- Where auditors differ, the lead says which answer stands and why. The others stay.
CREATE TABLE audit.choice (
    audit    uuid        NOT NULL REFERENCES audit.audit,
    question text        NOT NULL,
    at       timestamptz NOT NULL,
    answer   uuid        NOT NULL REFERENCES audit.answer,
    reason   text        NOT NULL,
    by       uuid        NOT NULL,
    PRIMARY KEY (audit, question, at),
    CONSTRAINT choice_has_reason CHECK (reason <> '')
);

-- Each of the team agrees with the report or dissents in words that stand in it.
CREATE TABLE audit.word (
    audit   uuid        NOT NULL REFERENCES audit.audit,
    account uuid        NOT NULL,
    agrees  boolean     NOT NULL,
    words   text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (audit, account),
    CONSTRAINT dissent_in_words CHECK (agrees OR words <> '')
);

CREATE TABLE audit.finding (
    id       uuid        NOT NULL PRIMARY KEY,
    audit    uuid        NOT NULL REFERENCES audit.audit,
    no       int         NOT NULL,
    answer   uuid        NOT NULL REFERENCES audit.answer,
    question text        NOT NULL,
    topic    text        NOT NULL,
    clause   text        NOT NULL,
    severity text        NOT NULL,
    title_en text        NOT NULL,
    title_zh text        NOT NULL,
    words    text        NOT NULL,
    day      date        NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT finding_numbered UNIQUE (audit, no),
    CONSTRAINT finding_has_clause CHECK (clause <> ''),
    CONSTRAINT topic_known CHECK (topic IN ('BUSINESS', 'ENVIRONMENT', 'SAFETY', 'PROCESS', 'MINERALS'))
);

CREATE TABLE audit.comment (
    id    uuid        NOT NULL PRIMARY KEY,
    audit uuid        NOT NULL REFERENCES audit.audit,
    words text        NOT NULL,
    by    uuid        NOT NULL,
    at    timestamptz NOT NULL,
    CONSTRAINT comment_says_something CHECK (words <> '')
);

CREATE FUNCTION audit.standing_at(known_at timestamptz)
RETURNS TABLE (
    id uuid, number text, supplier uuid, site uuid, scope text, pack text, pack_version int, pack_sha256 text, from_day date, until_day date,
    step int, state text, at timestamptz, by uuid, words text, findings int, reaudit_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT audit.id, number, supplier, site, scope, pack, pack_version, pack_sha256, from_day, until_day,
           step.no, step.state, step.at, step.by, step.words, step.findings, step.reaudit_day, step.record
      FROM audit.audit
      JOIN LATERAL (SELECT *
                      FROM audit.step
                     WHERE step.audit = audit.id
                       AND step.at <= known_at
                     ORDER BY no DESC
                     LIMIT 1) AS step ON true
$$;

CREATE VIEW audit.standing AS
    SELECT * FROM audit.standing_at('infinity');

-- Why a supplier should be visited, reason by reason. What makes it a key supplier does not depend on visits; the rest orders the plan.
-- The ledger states masses and no money: the share of mass within its category stands for the share of spend.
CREATE FUNCTION audit.risk(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, reason text, points int, words jsonb, key boolean)
LANGUAGE sql STABLE AS $$
    WITH rule AS (
        SELECT DISTINCT ON (key) key, points FROM audit.risk_rule WHERE since <= on_day ORDER BY key, version DESC
    ), share AS (
        SELECT received.supplier, name.category, name.category_en, name.category_zh,
               received.kilograms / sum(received.kilograms) OVER (PARTITION BY name.category) AS share
          FROM supplier.received(on_day - 364, on_day, known_at) AS received
          JOIN supplier.name ON name.id = received.supplier
    ), last AS (
        SELECT DISTINCT ON (supplier) id, supplier, until_day, reaudit_day
          FROM audit.standing_at(known_at)
         WHERE state = 'REPORTED' AND until_day <= on_day
         ORDER BY supplier, until_day DESC
    )
    SELECT share.supplier, 'audit.risk.share', rule.points, jsonb_build_array(floor(share.share * 100)), true
      FROM share
      JOIN rule ON rule.key = CASE WHEN share.share >= 0.5 THEN 'share-50' WHEN share.share >= 0.2 THEN 'share-20'
                                   WHEN share.share >= 0.05 THEN 'share-5' ELSE 'share-some' END
    UNION ALL
    SELECT share.supplier, 'audit.risk.category', rule.points, jsonb_build_array(jsonb_build_object('en', category_en, 'zh', category_zh)), true
      FROM share
      JOIN rule ON rule.key = 'category.' || share.category
    UNION ALL
    SELECT share.supplier, 'audit.risk.tin', rule.points, '[]'::jsonb, true
      FROM share
      JOIN rule ON rule.key = 'tin'
     WHERE share.supplier IN (SELECT tin.supplier FROM supplier.with_substance('7440-31-5', on_day, known_at) AS tin)
    UNION ALL
    SELECT share.supplier, 'audit.risk.never', rule.points, '[]'::jsonb, false
      FROM share
      JOIN rule ON rule.key = 'never-audited'
     WHERE share.supplier NOT IN (SELECT last.supplier FROM last)
    UNION ALL
    SELECT last.supplier, 'audit.risk.again', rule.points, jsonb_build_array(last.reaudit_day), false
      FROM last
      JOIN rule ON rule.key = 'reaudit-due'
     WHERE last.reaudit_day <= make_date(extract(year FROM on_day)::int, 12, 31)
    UNION ALL
    SELECT last.supplier, 'audit.risk.open', rule.points, jsonb_build_array(count(*)), false
      FROM last
      JOIN audit.finding ON finding.audit = last.id AND finding.severity = 'PRIORITY'
      JOIN casework.standing_at(known_at) AS standing ON standing.kind = 'audit.finding' AND standing.subject = finding.id AND standing.state <> 'CLOSED'
      JOIN rule ON rule.key = 'priority-open'
     GROUP BY last.supplier, rule.points
    UNION ALL
    SELECT last.supplier, 'audit.risk.major', rule.points, jsonb_build_array(count(*)), false
      FROM last
      JOIN audit.finding ON finding.audit = last.id AND finding.severity = 'MAJOR'
      JOIN rule ON rule.key = 'major-last'
     GROUP BY last.supplier, rule.points
$$;

-- Suppliers that are visited at least once a year.
CREATE FUNCTION audit.key_suppliers(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, points int)
LANGUAGE sql STABLE AS $$
    SELECT risk.supplier, sum(risk.points)::int
      FROM audit.risk(on_day, known_at) AS risk
     WHERE risk.key
     GROUP BY risk.supplier
    HAVING sum(risk.points) >= (SELECT points FROM audit.risk_rule WHERE risk_rule.key = 'key-supplier' AND since <= on_day ORDER BY version DESC LIMIT 1)
$$;

CREATE FUNCTION audit.site_name(wanted uuid)
RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT name || CASE WHEN address = '' THEN '' ELSE ', ' || address END FROM supplier.place WHERE id = wanted
$$;

-- What an open Priority finding does to new business, from a day on; while it is in time, and when its closing day is past. A change is a new row.
CREATE TABLE audit.priority_setting (
    from_day date NOT NULL PRIMARY KEY,
    open     text NOT NULL,
    late     text NOT NULL,
    source   text NOT NULL,
    CONSTRAINT setting_known CHECK (open IN ('PASS', 'WARN', 'STOP') AND late IN ('PASS', 'WARN', 'STOP'))
);

INSERT INTO audit.priority_setting (from_day, open, late, source) VALUES ('2024-01-01', 'WARN', 'STOP', 'our rule');

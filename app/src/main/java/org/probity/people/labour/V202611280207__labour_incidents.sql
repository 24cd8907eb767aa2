-- Something that must not happen to anybody was reported or found: harassment, abuse, discrimination on a ground, forced labour, child labour. Who may read it is a
-- list of people; who it concerns stands apart and in no log entry.
CREATE TABLE labour.incident (
    id          uuid        PRIMARY KEY,
    number      text        NOT NULL,
    ground      text        NOT NULL,
    place       uuid        REFERENCES directory.unit,
    happened_on date        NOT NULL,
    source      text        NOT NULL,
    words       text        NOT NULL,
    opened_by   uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT incident_number_taken UNIQUE (number),
    CONSTRAINT incident_ground_known CHECK (ground IN ('HARASSMENT', 'ABUSE', 'COLOUR', 'RACE', 'RELIGION', 'GENDER', 'AGE', 'ORIENTATION', 'DISABILITY', 'FORCED_LABOUR', 'CHILD_LABOUR')),
    CONSTRAINT incident_source_known CHECK (source IN ('REPORT', 'FINDING')),
    CONSTRAINT incident_words_fits CHECK (char_length(words) BETWEEN 1 AND 4000)
);

CREATE TABLE labour.incident_handler (
    incident uuid        NOT NULL REFERENCES labour.incident,
    account  uuid        NOT NULL,
    added_by uuid        NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT incident_handler_pk PRIMARY KEY (incident, account)
);
CREATE INDEX incident_by_handler ON labour.incident_handler (account);

CREATE TABLE labour.concerned (
    incident uuid NOT NULL REFERENCES labour.incident,
    person   uuid NOT NULL REFERENCES directory.person,
    part     text NOT NULL,
    CONSTRAINT concerned_pk PRIMARY KEY (incident, person),
    CONSTRAINT concerned_part_known CHECK (part IN ('AFFECTED', 'ACCUSED'))
);

CREATE TABLE labour.incident_step (
    incident uuid        NOT NULL REFERENCES labour.incident,
    no       int         NOT NULL,
    state    text        NOT NULL,
    words    text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    done_by  uuid,
    record   uuid        NOT NULL,
    CONSTRAINT incident_step_pk PRIMARY KEY (incident, no),
    CONSTRAINT incident_state_known CHECK (state IN ('REPORTED', 'CONFIRMED', 'UNFOUNDED', 'MEASURED', 'REMEDIED', 'CLOSED')),
    CONSTRAINT incident_step_fits CHECK (char_length(words) <= 4000),
    CONSTRAINT incident_closed_by_another CHECK (state <> 'CLOSED' OR by IS DISTINCT FROM done_by)
);

-- Where each stands, as known at a moment, and whether it was confirmed; without a word of what happened.
CREATE FUNCTION labour.incidents_at(known_at timestamptz)
RETURNS TABLE (id uuid, number text, ground text, place uuid, happened_on date, opened_at timestamptz, state text, confirmed boolean, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT incident.id, incident.number, incident.ground, incident.place, incident.happened_on, incident.opened_at, step.state,
           EXISTS (SELECT FROM labour.incident_step AS said WHERE said.incident = incident.id AND said.state = 'CONFIRMED' AND said.at <= known_at), step.record
      FROM labour.incident
      JOIN LATERAL (SELECT * FROM labour.incident_step WHERE incident_step.incident = incident.id AND incident_step.at <= known_at ORDER BY no DESC LIMIT 1) AS step ON true
$$;

-- The union looked at a labour rule: whether it is kept. Once a year for each that is in force, owed as an obligation.
CREATE TABLE labour.review (
    id       uuid        PRIMARY KEY,
    policy   uuid        NOT NULL REFERENCES policy.policy,
    version  uuid        NOT NULL REFERENCES policy.version,
    year     int         NOT NULL,
    opinion  text        NOT NULL,
    words    text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT reviewed_once_a_year UNIQUE (policy, year),
    CONSTRAINT review_opinion_known CHECK (opinion IN ('KEPT', 'PARTLY', 'NOT_KEPT')),
    CONSTRAINT review_words_fits CHECK (char_length(words) BETWEEN 1 AND 4000)
);

-- What the union found about a rule, to its verified closure by another than who did it.
CREATE TABLE labour.union_finding (
    id        uuid        PRIMARY KEY,
    policy    uuid        NOT NULL REFERENCES policy.policy,
    words     text        NOT NULL,
    due_day   date        NOT NULL,
    raised_by uuid        NOT NULL,
    raised_at timestamptz NOT NULL,
    CONSTRAINT union_finding_words_fits CHECK (char_length(words) BETWEEN 1 AND 2000)
);
CREATE TABLE labour.union_step (
    finding uuid        NOT NULL REFERENCES labour.union_finding,
    no      int         NOT NULL,
    state   text        NOT NULL,
    words   text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    done_by uuid,
    record  uuid        NOT NULL,
    CONSTRAINT union_step_pk PRIMARY KEY (finding, no),
    CONSTRAINT union_state_known CHECK (state IN ('OPEN', 'DONE', 'CLOSED')),
    CONSTRAINT union_step_fits CHECK (char_length(words) <= 2000),
    CONSTRAINT union_verified_by_another CHECK (state <> 'CLOSED' OR by IS DISTINCT FROM done_by)
);
CREATE VIEW labour.union_now AS
    SELECT finding.id, finding.policy, finding.words, finding.due_day, finding.raised_by, finding.raised_at, step.no, step.state, step.words AS said, step.by, step.at, step.record
      FROM labour.union_finding AS finding
      JOIN LATERAL (SELECT * FROM labour.union_step WHERE union_step.finding = finding.id ORDER BY no DESC LIMIT 1) AS step ON true;

-- The union objects to a rule. While it stands, it is printed on what is published.
CREATE TABLE labour.objection (
    id        uuid        PRIMARY KEY,
    policy    uuid        NOT NULL REFERENCES policy.policy,
    words_en  text        NOT NULL,
    words_zh  text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL,
    lifted_by uuid,
    lifted_at timestamptz,
    CONSTRAINT objection_in_two_languages CHECK (words_en <> '' AND words_zh <> ''),
    CONSTRAINT objection_words_fits CHECK (char_length(words_en) <= 1000 AND char_length(words_zh) <= 1000),
    CONSTRAINT lifted_by_somebody CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);

-- How a rule was made, by which it binds employees: discussed by the staff congress, with the union consulted, made known (Labour Contract Law, art. 4).
CREATE TABLE labour.procedure (
    id       uuid        PRIMARY KEY,
    version  uuid        NOT NULL REFERENCES policy.version,
    step     text        NOT NULL,
    day      date        NOT NULL,
    evidence uuid        NOT NULL REFERENCES evidence.item,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT procedure_step_known CHECK (step IN ('STAFF_CONGRESS', 'UNION_CONSULTED', 'MADE_KNOWN')),
    CONSTRAINT procedure_step_once UNIQUE (version, step)
);

-- Labour rules in force with what the law asks of how they were made.
CREATE FUNCTION labour.rulebook(on_day date, known_at timestamptz)
RETURNS TABLE (policy uuid, code text, title_en text, title_zh text, version uuid, no int, from_day date, responsible uuid, record uuid, steps int)
LANGUAGE sql STABLE AS $$
    SELECT rule.policy, rule.code, rule.title_en, rule.title_zh, rule.version, rule.no, rule.from_day, rule.responsible, rule.record,
           (SELECT count(*) FROM labour.procedure WHERE procedure.version = rule.version AND procedure.at <= known_at)::int
      FROM policy.in_force(on_day, known_at) AS rule
     WHERE rule.area = 'PEOPLE'
$$;

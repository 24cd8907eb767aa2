-- What somebody has shown or was certified with, and until when it holds: the registration of a juvenile, a health check, a certificate of disability.
CREATE TABLE labour.paper (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL REFERENCES directory.person,
    kind         text        NOT NULL,
    day          date        NOT NULL,
    until_day    date,
    told_by      uuid        NOT NULL,
    told_at      timestamptz NOT NULL,
    withdrawn_at timestamptz,
    record       uuid        NOT NULL,
    CONSTRAINT paper_kind_known CHECK (kind IN ('JUVENILE_REGISTRATION', 'HEALTH_CHECK', 'DISABILITY', 'PREGNANT', 'NURSING')),
    CONSTRAINT paper_ends_after_it_begins CHECK (until_day >= day),
    CONSTRAINT protection_ends CHECK (kind NOT IN ('PREGNANT', 'NURSING') OR until_day IS NOT NULL)
);
CREATE INDEX paper_by_person ON labour.paper (person, kind) WHERE withdrawn_at IS NULL;

-- Something that the law forbids to take or keep from whoever works: it is not arranged here, it is found, and given back.
CREATE TABLE labour.held (
    id          uuid        PRIMARY KEY,
    person      uuid        NOT NULL REFERENCES directory.person,
    kind        text        NOT NULL,
    since_day   date        NOT NULL,
    found_by    uuid        NOT NULL,
    found_at    timestamptz NOT NULL,
    returned_on date,
    returned_by uuid,
    record      uuid        NOT NULL,
    CONSTRAINT held_kind_known CHECK (kind IN ('DEPOSIT', 'DOCUMENT', 'RECRUITMENT_FEE')),
    CONSTRAINT held_returned_whole CHECK ((returned_on IS NULL) = (returned_by IS NULL)),
    CONSTRAINT held_returned_after CHECK (returned_on >= since_day)
);
CREATE INDEX held_open ON labour.held (person) WHERE returned_on IS NULL;

-- All checks were run over everybody for a month. One run, one entry in the log over the tree of its hits; none is shown by an entry too.
CREATE TABLE labour.run (
    id      uuid        PRIMARY KEY,
    first   date        NOT NULL,   -- of the month
    day     date        NOT NULL,   -- as of which it was judged
    ran_at  timestamptz NOT NULL,
    ran_by  uuid,                   -- null: the house, as a month was over
    people  int         NOT NULL,
    facts   int         NOT NULL,
    hits    int         NOT NULL,
    fresh   int         NOT NULL,
    millis  int         NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT run_of_a_month CHECK (extract(day FROM first) = 1 AND day >= first)
);
CREATE INDEX run_newest ON labour.run (ran_at DESC);

-- Something a check found. The same thing found again is the same finding.
CREATE TABLE labour.finding (
    id       uuid        PRIMARY KEY,
    code     text        NOT NULL,
    severity text        NOT NULL,
    person   uuid        REFERENCES directory.person,   -- null: of a place and not of somebody
    place    uuid        REFERENCES directory.unit,
    about    text        NOT NULL,                      -- which of several of one kind, such as a month or a contract's first day
    rule     uuid        REFERENCES labour.rule,        -- the number it goes by, as it held
    facts    jsonb       NOT NULL,
    run      uuid        NOT NULL REFERENCES labour.run,
    found_at timestamptz NOT NULL,
    CONSTRAINT finding_severity_known CHECK (severity IN ('BLOCK', 'WARN', 'OWED')),
    CONSTRAINT finding_code_fits CHECK (char_length(code) <= 40 AND char_length(about) <= 100),
    CONSTRAINT found_once UNIQUE NULLS NOT DISTINCT (code, person, place, about)
);
CREATE INDEX finding_by_person ON labour.finding (person);
CREATE INDEX finding_by_place ON labour.finding (code, place);

CREATE TABLE labour.run_hit (
    run     uuid NOT NULL REFERENCES labour.run,
    finding uuid NOT NULL REFERENCES labour.finding,
    CONSTRAINT run_hit_pk PRIMARY KEY (run, finding)
);
CREATE INDEX run_hit_by_finding ON labour.run_hit (finding);

-- What becomes of a finding. Who verifies is another than who did it.
CREATE TABLE labour.finding_step (
    finding uuid        NOT NULL REFERENCES labour.finding,
    no      int         NOT NULL,
    state   text        NOT NULL,
    words   text        NOT NULL,
    by      uuid,
    at      timestamptz NOT NULL,
    done_by uuid,                   -- of a closing: whose work was verified
    record  uuid,                   -- null: the entry of its run
    CONSTRAINT finding_step_pk PRIMARY KEY (finding, no),
    CONSTRAINT finding_state_known CHECK (state IN ('OPEN', 'TAKEN', 'DONE', 'CLOSED')),
    CONSTRAINT finding_words_fits CHECK (char_length(words) <= 2000),
    CONSTRAINT verified_by_another CHECK (state <> 'CLOSED' OR by IS DISTINCT FROM done_by),
    CONSTRAINT done_says_what CHECK (state <> 'DONE' OR words <> '')
);

CREATE VIEW labour.finding_now AS
    SELECT finding.id, finding.code, finding.severity, finding.person, finding.place, finding.about, finding.rule, finding.facts, finding.run, finding.found_at,
           step.no, step.state, step.words, step.by, step.at,
           (SELECT max(run.ran_at) FROM labour.run_hit JOIN labour.run ON run.id = run_hit.run WHERE run_hit.finding = finding.id) AS last_seen
      FROM labour.finding
      JOIN LATERAL (SELECT * FROM labour.finding_step WHERE finding_step.finding = finding.id ORDER BY no DESC LIMIT 1) AS step ON true;
CREATE INDEX worked_leave ON labour.worked (person, day) WHERE kind <> 'WORKED';

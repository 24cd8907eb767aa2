CREATE SCHEMA obligation;

CREATE TABLE obligation.obligation (
    id      uuid NOT NULL PRIMARY KEY,
    kind    text NOT NULL,    -- e.g. minerals.cmrt
    party   uuid NOT NULL,    -- who owes; a supplier, a person, a policy: the kind says which
    period  int  NOT NULL,    -- the year it is owed for
    due_day date NOT NULL,
    CONSTRAINT owed_once_a_period UNIQUE (kind, period, party)
);
CREATE INDEX obligation_by_party ON obligation.obligation (party);

-- Where it stands is the newest step. Nothing here is ever updated.
CREATE TABLE obligation.step (
    obligation  uuid        NOT NULL REFERENCES obligation.obligation,
    no          int         NOT NULL,
    state       text        NOT NULL,
    at          timestamptz NOT NULL,
    by          uuid,                   -- null: a rule did it, at the start of a day
    reason      text        NOT NULL DEFAULT '',
    evidence    uuid        REFERENCES evidence.item,
    valid_until date,                   -- last day on which the proof holds
    record      uuid,                   -- its entry in the log
    PRIMARY KEY (obligation, no),
    CONSTRAINT state_known CHECK (state IN ('OWED', 'SENT_IN', 'SENT_BACK', 'MET', 'LAPSED', 'WAIVED')),
    CONSTRAINT met_holds_until CHECK (state <> 'MET' OR valid_until IS NOT NULL)
);

CREATE TABLE obligation.reminder (
    obligation uuid NOT NULL REFERENCES obligation.obligation,
    day        date NOT NULL,
    days_left  int  NOT NULL,
    PRIMARY KEY (obligation, day)
);

-- Where each obligation stood, as known at a moment.
CREATE FUNCTION obligation.standing_at(known_at timestamptz)
RETURNS TABLE (
    id uuid, kind text, party uuid, period int, due_day date,
    step int, state text, at timestamptz, by uuid, reason text, evidence uuid, valid_until date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT obligation.id, kind, party, period, due_day,
           step.no, step.state, step.at, step.by, step.reason, step.evidence, step.valid_until, step.record
      FROM obligation.obligation
      JOIN LATERAL (SELECT *
                      FROM obligation.step
                     WHERE step.obligation = obligation.id
                       AND step.at <= known_at
                     ORDER BY no DESC
                     LIMIT 1) AS step ON true
$$;

CREATE VIEW obligation.standing AS
    SELECT * FROM obligation.standing_at('infinity');

-- The entry in the log by which an obligation was last met, as known at a moment; a lapse cites it too.
CREATE FUNCTION obligation.accepted_record(wanted uuid, known_at timestamptz)
RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT record
      FROM obligation.step
     WHERE step.obligation = wanted
       AND step.state = 'MET'
       AND step.at <= known_at
     ORDER BY no DESC
     LIMIT 1
$$;

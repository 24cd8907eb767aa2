CREATE SCHEMA measure;

CREATE SEQUENCE measure.number;

CREATE TABLE measure.promise (
    id          uuid        NOT NULL PRIMARY KEY,
    number      text        NOT NULL,
    kind        text        NOT NULL,   -- of the subject, e.g. dialogue.point
    subject     uuid        NOT NULL,
    what        text        NOT NULL,
    due_day     date        NOT NULL,   -- never moved
    promised_by uuid        NOT NULL,   -- who wrote it down; who owes it stands in holding
    promised_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT promise_number_taken UNIQUE (number),
    CONSTRAINT promise_says_something CHECK (what <> ''),
    CONSTRAINT promise_what_fits CHECK (char_length(what) <= 1000)
);
CREATE INDEX promise_by_subject ON measure.promise (kind, subject);
CREATE INDEX promise_by_due_day ON measure.promise (kind, due_day);

-- Who owes it: the newest row.
CREATE TABLE measure.holding (
    promise uuid        NOT NULL REFERENCES measure.promise,
    no      int         NOT NULL,
    owner   uuid        NOT NULL,       -- an account of ours
    reason  text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (promise, no),
    CONSTRAINT handed_over_for_a_reason CHECK (no = 1 OR reason <> ''),
    CONSTRAINT holding_reason_fits CHECK (char_length(reason) <= 4000)
);
CREATE INDEX holding_by_owner ON measure.holding (owner);

CREATE TABLE measure.step (
    promise  uuid        NOT NULL REFERENCES measure.promise,
    no       int         NOT NULL,
    state    text        NOT NULL,
    words    text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    day      date        NOT NULL,      -- in the house's zone
    after_by uuid,                      -- who said that it is done, which another has seen
    record   uuid        NOT NULL,
    PRIMARY KEY (promise, no),
    CONSTRAINT step_state_known CHECK (state IN ('PROMISED', 'DONE', 'RETURNED', 'SEEN', 'DROPPED')),
    CONSTRAINT step_in_words CHECK (state IN ('PROMISED', 'SEEN') OR words <> ''),
    CONSTRAINT seen_by_another CHECK (state <> 'SEEN' OR after_by IS NOT NULL AND after_by <> by),
    CONSTRAINT step_words_fits CHECK (char_length(words) <= 4000)
);

-- What shows that it was done.
CREATE TABLE measure.proof (
    id      uuid NOT NULL PRIMARY KEY REFERENCES evidence.item,
    promise uuid NOT NULL,
    step    int  NOT NULL,
    FOREIGN KEY (promise, step) REFERENCES measure.step
);
CREATE INDEX proof_by_promise ON measure.proof (promise);

-- What came of it, in words for those who asked. A correction is another version.
CREATE TABLE measure.result (
    promise uuid        NOT NULL REFERENCES measure.promise,
    no      int         NOT NULL,
    words   text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    day     date        NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (promise, no),
    CONSTRAINT result_says_something CHECK (words <> ''),
    CONSTRAINT result_words_fits CHECK (char_length(words) <= 4000)
);

CREATE TABLE measure.reminder (
    promise   uuid NOT NULL REFERENCES measure.promise,
    day       date NOT NULL,
    days_left int  NOT NULL,
    PRIMARY KEY (promise, day)
);

-- How each measure stood, as known at a moment. done_day: when the owner said what another has seen since.
CREATE FUNCTION measure.standing_at(known_at timestamptz)
RETURNS TABLE (
    id uuid, number text, kind text, subject uuid, what text, owner uuid, due_day date, promised_by uuid, promised_at timestamptz, step int, state text, words text,
    by uuid, at timestamptz, done_day date, seen_day date, step_record uuid, result text, result_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT promise.id, promise.number, promise.kind, promise.subject, promise.what, holding.owner, promise.due_day, promise.promised_by, promise.promised_at,
           step.no, step.state, step.words, step.by, step.at,
           CASE step.state WHEN 'SEEN' THEN (SELECT max(done.day) FROM measure.step AS done WHERE done.promise = promise.id AND done.state = 'DONE' AND done.at <= known_at) END,
           CASE step.state WHEN 'SEEN' THEN step.day END, step.record, result.words, result.day, promise.record
      FROM measure.promise
      JOIN LATERAL (SELECT owner FROM measure.holding WHERE holding.promise = promise.id AND holding.at <= known_at ORDER BY no DESC LIMIT 1) AS holding ON true
      JOIN LATERAL (SELECT * FROM measure.step WHERE step.promise = promise.id AND step.at <= known_at ORDER BY no DESC LIMIT 1) AS step ON true
      LEFT JOIN LATERAL (SELECT words, day FROM measure.result WHERE result.promise = promise.id AND result.at <= known_at ORDER BY no DESC LIMIT 1) AS result ON true
     WHERE promise.promised_at <= known_at
$$;

CREATE VIEW measure.standing AS
    SELECT * FROM measure.standing_at('infinity');

CREATE SCHEMA evaluation;

-- The rule book: what counts, how much, and from which score which grade. A new version never changes a grade that was given.
CREATE TABLE evaluation.scheme (
    version     int         PRIMARY KEY,
    from_day    date        NOT NULL,   -- periods that begin on it or later go by it
    a_from      numeric(7, 4) NOT NULL,
    b_from      numeric(7, 4) NOT NULL,
    c_from      numeric(7, 4) NOT NULL,
    appeal_days int         NOT NULL,
    source      text        NOT NULL,
    proposal    uuid        REFERENCES decision.proposal,   -- null: came with the house
    approved_at timestamptz,
    record      uuid,
    CONSTRAINT bands_in_order CHECK (100 >= a_from AND a_from > b_from AND b_from > c_from AND c_from > 0)
);

CREATE TABLE evaluation.criterion (
    scheme     int           NOT NULL REFERENCES evaluation.scheme,
    code       text          NOT NULL,   -- the name of the input in a package
    dimension  text          NOT NULL,
    weight     numeric(7, 4),            -- null: a gate
    worst      numeric(12, 4),           -- the measure that earns 0 marks
    best       numeric(12, 4),           -- the measure that earns 100
    unit       text          NOT NULL,
    without    text          NOT NULL,   -- what happens when nothing is known of it
    PRIMARY KEY (scheme, code),
    CONSTRAINT criterion_code CHECK (code ~ '^[a-z][a-z-]{0,39}$'),
    CONSTRAINT dimension_known CHECK (dimension IN ('QUALITY', 'DELIVERY', 'COST', 'SERVICE', 'RESPONSIBILITY')),
    CONSTRAINT weighs_something CHECK (weight > 0),
    CONSTRAINT scale_of_a_weight CHECK (num_nonnulls(weight, worst, best) IN (0, 3)),
    CONSTRAINT scale_has_a_length CHECK (worst <> best),
    CONSTRAINT without_known CHECK (without IN ('NO_GRADE', 'LEFT_OUT'))
);

INSERT INTO evaluation.scheme (version, from_day, a_from, b_from, c_from, appeal_days, source) VALUES
    (1, DATE '2024-01-01', 90, 75, 60, 14, 'Helia Solar: Supplier Quality Performance and Daily Management Standards; adjust to your own');

INSERT INTO evaluation.criterion (scheme, code, dimension, weight, worst, best, unit, without) VALUES
    (1, 'rejected-ppm', 'QUALITY', 30, 5000, 0, 'ppm', 'NO_GRADE'),
    (1, 'on-time', 'DELIVERY', 25, 80, 100, '%', 'NO_GRADE'),
    (1, 'cost', 'COST', 15, 0, 100, '', 'LEFT_OUT'),
    (1, 'service', 'SERVICE', 10, 0, 100, '', 'LEFT_OUT'),
    (1, 'duties-met', 'RESPONSIBILITY', 20, 0, 100, '%', 'LEFT_OUT'),
    (1, 'no-breach', 'RESPONSIBILITY', NULL, NULL, NULL, '', 'LEFT_OUT');

-- Lines of orders as the ERP hands them over. A correction is a new row; the newest counts, and what was known at a moment can be asked.
CREATE TABLE evaluation.order_line (
    document      text           NOT NULL,
    line          int            NOT NULL,
    supplier      uuid           NOT NULL REFERENCES supplier.supplier,
    committed_day date           NOT NULL,   -- confirmed by the supplier
    quantity      numeric(14, 3) NOT NULL,
    feed          uuid           NOT NULL,
    recorded      tstzrange      NOT NULL,
    CONSTRAINT something_ordered CHECK (quantity > 0)
);
CREATE UNIQUE INDEX order_line_now ON evaluation.order_line (document, line) WHERE upper_inf(recorded);
CREATE INDEX order_line_by_supplier ON evaluation.order_line (supplier, committed_day);

CREATE TABLE evaluation.delivery (
    document text           NOT NULL,
    line     int            NOT NULL,
    receipt  text           NOT NULL,   -- number of the goods receipt; one line may come in many
    day      date           NOT NULL,
    quantity numeric(14, 3) NOT NULL,
    rejected numeric(14, 3) NOT NULL,
    feed     uuid           NOT NULL,
    recorded tstzrange      NOT NULL,
    CONSTRAINT something_delivered CHECK (quantity > 0),
    CONSTRAINT rejected_part CHECK (rejected BETWEEN 0 AND quantity)
);
CREATE UNIQUE INDEX delivery_now ON evaluation.delivery (document, line, receipt) WHERE upper_inf(recorded);
CREATE INDEX delivery_by_line ON evaluation.delivery (document, line);

-- One file or one call that brought lines in, with its entry in the log.
CREATE TABLE evaluation.feed (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    source      text        NOT NULL,
    lines       int         NOT NULL,
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT feed_kind CHECK (kind IN ('ORDERS', 'DELIVERIES'))
);
ALTER TABLE evaluation.order_line ADD CONSTRAINT order_line_feed FOREIGN KEY (feed) REFERENCES evaluation.feed;
ALTER TABLE evaluation.delivery ADD CONSTRAINT delivery_feed FOREIGN KEY (feed) REFERENCES evaluation.feed;

-- A half-year in which suppliers are graded.
CREATE TABLE evaluation.round (
    id         uuid        PRIMARY KEY,
    year       int         NOT NULL,
    half       int         NOT NULL,
    scheme     int         NOT NULL REFERENCES evaluation.scheme,
    opened_by  uuid        NOT NULL,
    opened_at  timestamptz NOT NULL,
    known_at   timestamptz,            -- what was known then was computed with
    proposal   uuid        REFERENCES decision.proposal,
    given_by   uuid,
    given_at   timestamptz,
    record     uuid,
    CONSTRAINT round_once UNIQUE (year, half),
    CONSTRAINT half_of_a_year CHECK (half IN (1, 2)),
    CONSTRAINT given_by_somebody CHECK (num_nonnulls(given_by, given_at, record) IN (0, 3))
);

-- What a person thinks of a supplier under a criterion that no ledger measures; with a reason the supplier reads.
CREATE TABLE evaluation.judgement (
    id        uuid          PRIMARY KEY,
    round     uuid          NOT NULL REFERENCES evaluation.round,
    supplier  uuid          NOT NULL REFERENCES supplier.supplier,
    criterion text          NOT NULL,
    mark      numeric(7, 4) NOT NULL,
    reason    text          NOT NULL,
    by        uuid          NOT NULL,
    at        timestamptz   NOT NULL,
    CONSTRAINT judged_mark CHECK (mark BETWEEN 0 AND 100),
    CONSTRAINT judged_reason CHECK (length(reason) BETWEEN 1 AND 2000)
);
CREATE INDEX judgement_by_round ON evaluation.judgement (round, supplier, criterion, at);

-- What a supplier's grade of a round was computed from, and what it came to. Never updated; after an appeal there is a next one.
CREATE TABLE evaluation.scorecard (
    id       uuid          PRIMARY KEY,
    round    uuid          NOT NULL REFERENCES evaluation.round,
    supplier uuid          NOT NULL REFERENCES supplier.supplier,
    no       int           NOT NULL,
    measures jsonb         NOT NULL,   -- criterion -> what was measured, from what; shown, not computed with
    inputs   jsonb         NOT NULL,   -- criterion -> marks, gate -> 0 or 1: what the grade follows from
    score    text,                     -- exact fraction; null: no grade
    grade    text,
    amount   numeric(16, 2) NOT NULL,  -- quantity received in the period, the weight of a supplier in figures
    reason   text          NOT NULL DEFAULT '',
    at       timestamptz   NOT NULL,
    record   uuid,                     -- once it was given
    CONSTRAINT scorecard_once UNIQUE (round, supplier, no),
    CONSTRAINT grade_known CHECK (grade IN ('A', 'B', 'C', 'D')),
    CONSTRAINT graded_by_a_score CHECK ((score IS NULL) = (grade IS NULL))
);
CREATE INDEX scorecard_by_supplier ON evaluation.scorecard (supplier, at);

CREATE TABLE evaluation.appeal (
    id          uuid        PRIMARY KEY,
    scorecard   uuid        NOT NULL REFERENCES evaluation.scorecard,
    words       text        NOT NULL,
    evidence    uuid        REFERENCES evidence.item,
    appealed_by uuid        NOT NULL,
    appealed_at timestamptz NOT NULL,
    outcome     text,
    answer      text,
    answered_by uuid,
    answered_at timestamptz,
    record      uuid        NOT NULL,
    CONSTRAINT appealed_once UNIQUE (scorecard),
    CONSTRAINT appeal_words CHECK (length(words) BETWEEN 1 AND 4000),
    CONSTRAINT appeal_outcome CHECK (outcome IN ('UPHELD', 'CORRECTED')),
    CONSTRAINT answered_by_somebody CHECK (num_nonnulls(outcome, answer, answered_by, answered_at) IN (0, 4))
);

-- What a grade brings with it, and who did it.
CREATE TABLE evaluation.consequence (
    scorecard uuid        PRIMARY KEY REFERENCES evaluation.scorecard,
    supplier  uuid        NOT NULL REFERENCES supplier.supplier,
    kind      text        NOT NULL,
    due_day   date        NOT NULL,
    words     text,                    -- how the share was raised, which plan, who follows
    done_by   uuid,
    done_at   timestamptz,
    ended_at  timestamptz,             -- a later grade, or a corrected one, took its place
    record    uuid        NOT NULL,    -- of the grade
    done      uuid,                    -- of the doing
    CONSTRAINT consequence_kind CHECK (kind IN ('MORE_SHARE', 'KEEP', 'CORRECTIVE_PLAN', 'TERMINATION')),
    CONSTRAINT done_by_somebody CHECK (num_nonnulls(words, done_by, done_at, done) IN (0, 4))
);
CREATE UNIQUE INDEX one_consequence_at_a_time ON evaluation.consequence (supplier) WHERE ended_at IS NULL;

-- For other rooms: the newest given grade of each supplier, as known at a moment.
CREATE FUNCTION evaluation.grade_at(known_at timestamptz)
RETURNS TABLE (supplier uuid, scorecard uuid, year int, half int, grade text, score text, amount numeric, given_at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (scorecard.supplier)
           scorecard.supplier, scorecard.id, round.year, round.half, scorecard.grade, scorecard.score, scorecard.amount, scorecard.at, scorecard.record
      FROM evaluation.scorecard
      JOIN evaluation.round ON round.id = scorecard.round
     WHERE scorecard.record IS NOT NULL
       AND scorecard.grade IS NOT NULL
       AND scorecard.at <= known_at
       AND round.given_at <= known_at
     ORDER BY scorecard.supplier, round.year DESC, round.half DESC, scorecard.no DESC
$$;

CREATE VIEW evaluation.grade_in_force AS
    SELECT * FROM evaluation.grade_at('infinity');

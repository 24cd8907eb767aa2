CREATE SCHEMA clearance;

-- Which rules an answer was given by; one row for each set of rules and versions that this house ever had.
CREATE TABLE clearance.rulebook (
    id    uuid        PRIMARY KEY,   -- from the hash of the rules
    rules jsonb       NOT NULL,
    since timestamptz NOT NULL
);

-- In spite of some rules, for some acts and until a day, because two people say so.
CREATE TABLE clearance.exception (
    id          uuid        PRIMARY KEY,
    supplier    uuid        NOT NULL REFERENCES supplier.supplier,
    rules       text[]      NOT NULL,
    acts        text[]      NOT NULL,
    until_day   date        NOT NULL,
    reason      text        NOT NULL,
    proposal    uuid        NOT NULL REFERENCES decision.proposal,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT exception_of_a_rule CHECK (cardinality(rules) > 0),
    CONSTRAINT exception_for_an_act CHECK (cardinality(acts) > 0),
    CONSTRAINT exception_says_why CHECK (reason <> '')
);

CREATE TABLE clearance.approval (
    exception   uuid        PRIMARY KEY REFERENCES clearance.exception,
    approved_by uuid        NOT NULL,
    approved_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);

-- An exception taken back before its day.
CREATE TABLE clearance.withdrawal (
    exception    uuid        PRIMARY KEY REFERENCES clearance.approval,
    withdrawn_by uuid        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    reason       text        NOT NULL,
    record       uuid        NOT NULL
);
CREATE INDEX exception_by_supplier ON clearance.exception (supplier);

-- What we answered, to whom and when. Ids rise with time, so that the index grows at its end. Only retention deletes, the oldest first.
CREATE TABLE clearance.answer (
    id        uuid        PRIMARY KEY,
    at        timestamptz NOT NULL,
    asked_by  uuid        NOT NULL,
    supplier  uuid        NOT NULL,
    category  text,
    site      uuid,
    act       text        NOT NULL,
    reference text,                  -- the asker's own, such as a draft order
    outcome   text        NOT NULL,
    rulebook  uuid        NOT NULL,
    reasons   jsonb,                 -- as answered; absent when nothing stood against it
    CONSTRAINT act_known CHECK (act IN ('QUOTATION', 'ORDER', 'CONTRACT', 'RECEIPT', 'PAYMENT', 'RENEWAL')),
    CONSTRAINT outcome_known CHECK (outcome IN ('YES', 'WARNED', 'NO')),
    CONSTRAINT yes_without_reasons CHECK ((outcome = 'YES') = (reasons IS NULL))
);
CREATE INDEX answer_by_supplier ON clearance.answer (supplier, id);

-- Exceptions that two people made and nobody took back; each ends with its day.
CREATE VIEW clearance.exception_in_force AS
SELECT exception.id, supplier, rules, acts, until_day, approval.record
  FROM clearance.exception
  JOIN clearance.approval ON approval.exception = exception.id
 WHERE NOT EXISTS (SELECT FROM clearance.withdrawal WHERE withdrawal.exception = exception.id);

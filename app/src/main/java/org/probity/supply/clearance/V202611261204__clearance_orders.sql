-- What an ERP says it has done, in whole reports that state their own number of lines.
CREATE TABLE clearance.report (
    id          uuid        PRIMARY KEY,
    source      text        NOT NULL,
    stated_rows int         NOT NULL,
    reported_by uuid        NOT NULL,
    reported_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT report_has_source CHECK (source <> ''),
    CONSTRAINT report_has_rows CHECK (stated_rows > 0)
);

CREATE TABLE clearance.deed (
    kind     text          NOT NULL,
    document text          NOT NULL,
    supplier uuid          NOT NULL REFERENCES supplier.supplier,
    day      date          NOT NULL,
    amount   numeric(18,2) NOT NULL,
    currency text          NOT NULL,
    answer   uuid,                    -- the clearance that was asked before; it may be forgotten sooner than this row
    allowed  boolean,                 -- what it said; null: nobody asked
    report   uuid          NOT NULL REFERENCES clearance.report,
    CONSTRAINT deed_pk PRIMARY KEY (kind, document),
    CONSTRAINT deed_kind_known CHECK (kind IN ('ORDER', 'RECEIPT', 'PAYMENT')),
    CONSTRAINT asked_and_answered CHECK ((answer IS NULL) = (allowed IS NULL)),
    CONSTRAINT deed_amount CHECK (amount >= 0)
);
CREATE INDEX deed_by_supplier ON clearance.deed (supplier, day);
CREATE INDEX answer_by_reference ON clearance.answer (reference) WHERE reference IS NOT NULL;

-- Whether two people had allowed an act on a day in spite of a rule: for rooms that look back at what was done.
CREATE FUNCTION clearance.excepted(of_supplier uuid, of_rule text, of_act text, on_day date)
RETURNS TABLE (exception uuid)
LANGUAGE sql STABLE AS $$
    SELECT exception.id
      FROM clearance.exception
      JOIN clearance.approval ON approval.exception = exception.id
      LEFT JOIN clearance.withdrawal ON withdrawal.exception = exception.id
     WHERE exception.supplier = of_supplier
       AND of_rule = ANY (exception.rules)
       AND of_act = ANY (exception.acts)
       AND on_day <= exception.until_day
       AND on_day >= approval.approved_at::date
       AND (withdrawal.withdrawn_at IS NULL OR on_day <= withdrawal.withdrawn_at::date)
$$;

-- For figures and for rooms that look back: what was reported, with when it became known.
CREATE VIEW clearance.deed_known AS
SELECT deed.kind, deed.document, deed.supplier, deed.day, deed.amount, deed.currency, deed.answer, deed.allowed, report.reported_at, report.record
  FROM clearance.deed
  JOIN clearance.report ON report.id = deed.report;

CREATE VIEW clearance.report_known AS SELECT id, stated_rows, reported_at, record FROM clearance.report;

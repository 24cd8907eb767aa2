CREATE SCHEMA payment;

-- The invoices of one due month, as the ERP had them when it reported. A later report of the month takes its place and leaves it as it was.
CREATE TABLE payment.report (
    id            uuid          PRIMARY KEY,
    source        text          NOT NULL,
    due_month     date          NOT NULL,
    stated_rows   int           NOT NULL,
    stated_amount numeric(18,2) NOT NULL,
    reported_by   uuid          NOT NULL,
    reported_at   timestamptz   NOT NULL,
    record        uuid          NOT NULL,
    CONSTRAINT report_has_source CHECK (source <> ''),
    CONSTRAINT report_source_fits CHECK (char_length(source) <= 200),
    CONSTRAINT report_is_of_a_month CHECK (extract(day FROM due_month) = 1),
    CONSTRAINT report_has_rows CHECK (stated_rows > 0)
);
CREATE INDEX report_by_month ON payment.report (due_month, reported_at DESC);

CREATE TABLE payment.invoice (
    report       uuid          NOT NULL REFERENCES payment.report,
    invoice      text          NOT NULL,
    supplier     uuid          NOT NULL REFERENCES supplier.supplier,
    received_day date          NOT NULL,
    due_day      date          NOT NULL,
    amount       numeric(18,2) NOT NULL,   -- in CNY
    size         text          NOT NULL,   -- of the supplier, as the ERP has it on the day of the report
    paid_day     date,
    CONSTRAINT invoice_pk PRIMARY KEY (report, invoice),
    CONSTRAINT invoice_number_fits CHECK (char_length(invoice) BETWEEN 1 AND 60),
    CONSTRAINT invoice_size_known CHECK (size IN ('SMALL', 'OTHER')),
    CONSTRAINT invoice_has_an_amount CHECK (amount > 0),
    CONSTRAINT due_after_received CHECK (due_day >= received_day)
);
CREATE INDEX invoice_by_supplier ON payment.invoice (supplier);

-- The newest report of each due month, as known at a moment.
CREATE FUNCTION payment.newest(known timestamptz)
RETURNS TABLE (report uuid, due_month date, stated_rows int, stated_amount numeric, reported_at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (report.due_month) report.id, report.due_month, report.stated_rows, report.stated_amount, report.reported_at, report.record
      FROM payment.report
     WHERE report.reported_at <= known
     ORDER BY report.due_month, report.reported_at DESC, report.id
$$;

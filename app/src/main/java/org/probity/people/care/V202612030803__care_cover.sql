-- What payroll says of a month: who is covered by social insurance, and who has a housing fund. The newest file of a month counts. What was paid is payroll's and not kept.
CREATE TABLE care.cover_report (
    id      uuid        NOT NULL PRIMARY KEY,
    month   date        NOT NULL, -- its first day
    source  text        NOT NULL,
    lines   int         NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT cover_report_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT cover_report_lines CHECK (lines > 0),
    CONSTRAINT cover_report_source_fits CHECK (char_length(source) BETWEEN 1 AND 200)
);
CREATE INDEX cover_report_by_month ON care.cover_report (month, said_at DESC);

CREATE TABLE care.cover (
    report  uuid    NOT NULL REFERENCES care.cover_report,
    person  uuid    NOT NULL REFERENCES directory.person,
    insured boolean NOT NULL,
    fund    boolean NOT NULL,
    CONSTRAINT cover_pk PRIMARY KEY (report, person)
);
CREATE INDEX cover_by_person ON care.cover (person);

-- Lines of it about nobody whom the directory knows.
CREATE TABLE care.cover_stranger (
    report uuid NOT NULL REFERENCES care.cover_report,
    line   int  NOT NULL,
    number text NOT NULL,
    CONSTRAINT cover_stranger_pk PRIMARY KEY (report, line),
    CONSTRAINT cover_stranger_number_fits CHECK (char_length(number) <= 300)
);

-- The file that counts for the last month up to a day, as known at a moment.
CREATE FUNCTION care.cover_in_force(on_day date, known_at timestamptz)
RETURNS TABLE (report uuid, month date, last_day date, lines int, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT id, month, (month + interval '1 month' - interval '1 day')::date, lines, record
      FROM care.cover_report
     WHERE month <= on_day AND said_at <= known_at
     ORDER BY month DESC, said_at DESC
     LIMIT 1
$$;

CREATE SCHEMA payroll;

-- From where to where a grade's fixed pay of a year goes, in yuan, from a day on. Another row of a later day takes its place.
CREATE TABLE payroll.band (
    id       uuid           NOT NULL PRIMARY KEY,
    grade    text           NOT NULL,
    from_day date           NOT NULL,
    low      numeric(14, 2) NOT NULL,
    high     numeric(14, 2) NOT NULL,
    source   text           NOT NULL,
    set_by   uuid           NOT NULL,
    set_at   timestamptz    NOT NULL,
    record   uuid           NOT NULL,
    CONSTRAINT band_goes_up CHECK (low > 0 AND high >= low),
    CONSTRAINT band_grade_fits CHECK (char_length(grade) BETWEEN 1 AND 20),
    CONSTRAINT band_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
CREATE INDEX band_by_grade ON payroll.band (grade, from_day DESC, set_at DESC);

-- A file of payroll about a year: what it says of whom lies sealed elsewhere (pay.stated).
CREATE TABLE payroll.file (
    id      uuid        NOT NULL PRIMARY KEY,
    year    int         NOT NULL,
    no      int         NOT NULL,
    source  text        NOT NULL,
    lines   int         NOT NULL,
    differ  int         NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT file_once UNIQUE (year, no),
    CONSTRAINT file_year CHECK (year BETWEEN 2000 AND 2200),
    CONSTRAINT file_lines CHECK (lines > 0 AND differ BETWEEN 0 AND lines),
    CONSTRAINT file_source_fits CHECK (char_length(source) BETWEEN 1 AND 200)
);

-- Each line: of whom, and if it does not agree with what the house knows, why. No amount.
CREATE TABLE payroll.line (
    file   uuid NOT NULL REFERENCES payroll.file,
    row    int  NOT NULL,
    number text NOT NULL,
    person uuid REFERENCES directory.person,
    why    text, -- message key; null: it agrees
    about  text NOT NULL, -- the column that cannot be read; empty: none
    CONSTRAINT line_pk PRIMARY KEY (file, row),
    CONSTRAINT line_agrees_of_somebody CHECK (why IS NOT NULL OR person IS NOT NULL),
    CONSTRAINT line_number_fits CHECK (char_length(number) <= 300),
    CONSTRAINT line_why_fits CHECK (char_length(why) BETWEEN 1 AND 60),
    CONSTRAINT line_about_fits CHECK (char_length(about) <= 20)
);
CREATE UNIQUE INDEX line_once ON payroll.line (file, person) WHERE why IS NULL;
CREATE INDEX line_by_person ON payroll.line (person);

-- From here on the lines of a file that agree are what somebody was paid in the year, until a later file of the year counts.
CREATE TABLE payroll.counted (
    file       uuid        NOT NULL PRIMARY KEY REFERENCES payroll.file,
    people     int         NOT NULL,
    reason     text        NOT NULL, -- why lines that differ were left out; empty: none did
    counted_by uuid        NOT NULL,
    counted_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT counted_people CHECK (people > 0),
    CONSTRAINT counted_reason_fits CHECK (char_length(reason) <= 1000)
);

-- What payroll stated of somebody for the year of a file, sealed.
CREATE TABLE pay.stated (
    file   uuid  NOT NULL REFERENCES payroll.file,
    person uuid  NOT NULL REFERENCES directory.person,
    sealed bytea NOT NULL,
    CONSTRAINT stated_pk PRIMARY KEY (file, person)
);
CREATE INDEX stated_by_person ON pay.stated (person);

-- The letters of a year, written from a file that counts.
CREATE TABLE payroll.letters (
    id         uuid        NOT NULL PRIMARY KEY,
    file       uuid        NOT NULL UNIQUE REFERENCES payroll.counted,
    people     int         NOT NULL,
    written_by uuid        NOT NULL,
    written_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT letters_people CHECK (people > 0)
);

-- Somebody's letter: what it says, sealed, and the hash of that with its salt, which the log's entry binds.
CREATE TABLE pay.letter (
    id      uuid  NOT NULL PRIMARY KEY,
    letters uuid  NOT NULL REFERENCES payroll.letters,
    person  uuid  NOT NULL REFERENCES directory.person,
    code    text  NOT NULL,
    sealed  bytea NOT NULL,
    CONSTRAINT letter_once UNIQUE (letters, person),
    CONSTRAINT letter_code_fits CHECK (char_length(code) = 64)
);
CREATE INDEX letter_by_person ON pay.letter (person);

-- That whoever keeps remuneration looked at what somebody is paid: whose hands, when, and why; no amount.
CREATE TABLE payroll.look (
    id     uuid        NOT NULL PRIMARY KEY,
    person uuid        NOT NULL REFERENCES directory.person,
    reason text        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    CONSTRAINT look_reason_fits CHECK (char_length(reason) BETWEEN 1 AND 300)
);
CREATE INDEX look_by_person ON payroll.look (person, at DESC);

-- Which file of a year counts, as known at a moment.
CREATE FUNCTION payroll.counts(of_year int, known_at timestamptz)
RETURNS TABLE (file uuid, people int, counted_at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT counted.file, counted.people, counted.counted_at, counted.record
      FROM payroll.counted JOIN payroll.file ON file.id = counted.file
     WHERE file.year = of_year AND counted.counted_at <= known_at
     ORDER BY counted.counted_at DESC LIMIT 1
$$;

-- What this room keeps about people.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), told.part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', told.months, '2024-01-01T00:00:00Z'
  FROM (VALUES ('pay/years', 'CN', 24, 'Labour Law of the PRC, art. 50; Interim Provisions on the Payment of Wages, art. 6: records of pay are kept for two years; PIPL, art. 13(1)(2)'),
               ('pay/years', 'DE', 72, 'GDPR, art. 6(1)(b) and (c); Einkommensteuergesetz, § 41(1): six years'),
               ('pay/looks', 'CN', 24, 'PIPL, art. 51 and 54: who has looked at personal information is noted'),
               ('pay/looks', 'DE', 36, 'GDPR, art. 5(2) and 32: who has looked at personal data is noted')) AS told (part, country, months, source);

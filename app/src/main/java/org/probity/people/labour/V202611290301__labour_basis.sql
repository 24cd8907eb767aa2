-- By which rule each field about a person is kept here, in a country from a day on, and for how long after they left. A row that nobody said came with the house and was not
-- confirmed by counsel. A later word is a new row.
CREATE TABLE labour.basis (
    id        uuid        PRIMARY KEY,
    part      text        NOT NULL,   -- as one's own data are cut: document, contracts, papers, shifts, time, findings
    field     text        NOT NULL,
    country   text        NOT NULL,
    from_day  date        NOT NULL,
    source    text        NOT NULL,
    rule_code text        NOT NULL,   -- a rule of our own that carries it out; empty: none
    months    int         NOT NULL,   -- kept after the last day of work
    said_by   uuid,
    said_at   timestamptz NOT NULL,
    record    uuid,
    CONSTRAINT basis_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT basis_part_fits CHECK (char_length(part) <= 40 AND char_length(field) <= 40),
    CONSTRAINT basis_has_source CHECK (source <> ''),
    CONSTRAINT basis_source_fits CHECK (char_length(source) <= 1000),
    CONSTRAINT basis_rule_code_fits CHECK (char_length(rule_code) <= 40),
    CONSTRAINT basis_months CHECK (months BETWEEN 0 AND 600),
    CONSTRAINT basis_said_by_counsel CHECK ((said_by IS NULL) = (record IS NULL))
);
CREATE INDEX basis_by_field ON labour.basis (country, part, field, from_day);

-- What holds in a country on a day, field by field.
CREATE FUNCTION labour.bases_at(place_country text, on_day date)
RETURNS TABLE (id uuid, part text, field text, from_day date, source text, rule_code text, months int, confirmed boolean)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (basis.part, basis.field) basis.id, basis.part, basis.field, basis.from_day, basis.source, basis.rule_code, basis.months, basis.said_by IS NOT NULL
      FROM labour.basis
     WHERE basis.country = place_country
       AND basis.from_day <= on_day
     ORDER BY basis.part, basis.field, basis.from_day DESC, basis.said_at DESC
$$;

INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), told.part, field.field, told.country, '2024-01-01'::date, told.source, '', told.months, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('document', 'CN', 24, ARRAY['document', 'born', 'verified_on'], 'Provisions on the Prohibition of Using Child Labour (State Council Decree 364), art. 4: who takes somebody on checks the identity document and keeps the record. PIPL, art. 13(1)(3). To be confirmed by counsel'),
    ('document', 'CN', 24, ARRAY['sex'], 'Special Provisions on Labour Protection of Female Employees (State Council Decree 619). PIPL, art. 13(1)(3). To be confirmed by counsel'),
    ('document', 'CN', 24, ARRAY['recorded_at', 'superseded_at'], 'PIPL, art. 8: what is kept is right, and what was wrong is shown to have been put right. To be confirmed by counsel'),
    ('contracts', 'CN', 24, ARRAY['act', 'term', 'signed_on', 'from_day', 'until_day', 'probation_days', 'category', 'full_time'], 'Labour Contract Law, art. 7, 10, 17 and 19; art. 50: the text is kept for two years after its end. PIPL, art. 13(1)(2). To be confirmed by counsel'),
    ('contracts', 'CN', 24, ARRAY['known_from', 'known_until'], 'PIPL, art. 8: what is kept is right, and what was wrong is shown to have been put right. To be confirmed by counsel'),
    ('papers', 'CN', 24, ARRAY['paper', 'day', 'until_day', 'told_at', 'withdrawn_at'], 'Provisions on the Special Protection of Juvenile Workers; Special Provisions on Labour Protection of Female Employees, art. 6 and 9; a certificate of disability is shown by choice, with separate consent: PIPL, art. 29. To be confirmed by counsel'),
    ('shifts', 'CN', 24, ARRAY['day', 'begins', 'ends', 'withdrawn_at'], 'Labour Law, art. 36, 38 and 41: hours and days of rest are kept to before they are worked. PIPL, art. 13(1)(2), by labour rules lawfully made. To be confirmed by counsel'),
    ('time', 'CN', 24, ARRAY['day', 'begins', 'seconds', 'worked', 'recorded_at'], 'Labour Law, art. 36, 38, 41 and 44; Interim Provisions on the Payment of Wages, art. 6: records of pay are kept for two years. PIPL, art. 13(1)(2). To be confirmed by counsel'),
    ('findings', 'CN', 60, ARRAY['checked', 'about', 'found_at', 'stage', 'last_seen'], 'Labour Contract Law, art. 74: labour inspection asks how the law was kept. PIPL, art. 13(1)(3). To be confirmed by counsel'),
    ('document', 'DE', 24, ARRAY['document', 'born', 'sex', 'verified_on', 'recorded_at', 'superseded_at'], 'GDPR, art. 6(1)(c); Jugendarbeitsschutzgesetz, § 5; Mutterschutzgesetz. To be confirmed by counsel'),
    ('contracts', 'DE', 36, ARRAY['act', 'term', 'signed_on', 'from_day', 'until_day', 'probation_days', 'category', 'full_time', 'known_from', 'known_until'], 'GDPR, art. 6(1)(b) and (c); Nachweisgesetz, § 2; Bürgerliches Gesetzbuch, § 195: three years. To be confirmed by counsel'),
    ('papers', 'DE', 24, ARRAY['paper', 'day', 'until_day', 'told_at', 'withdrawn_at'], 'GDPR, art. 9(2)(b); Mutterschutzgesetz; Sozialgesetzbuch IX. To be confirmed by counsel'),
    ('shifts', 'DE', 24, ARRAY['day', 'begins', 'ends', 'withdrawn_at'], 'GDPR, art. 6(1)(c); Arbeitszeitgesetz, § 3 to 5. To be confirmed by counsel'),
    ('time', 'DE', 24, ARRAY['day', 'begins', 'seconds', 'worked', 'recorded_at'], 'GDPR, art. 6(1)(c); Arbeitszeitgesetz, § 16(2): kept for two years. To be confirmed by counsel'),
    ('findings', 'DE', 36, ARRAY['checked', 'about', 'found_at', 'stage', 'last_seen'], 'GDPR, art. 6(1)(c) and (f). To be confirmed by counsel')) AS told (part, country, months, fields, source)
 CROSS JOIN LATERAL unnest(told.fields) AS field (field);

-- That a document was looked at before the first day, of whoever was forgotten: all that is left of it, so that what a figure said can be computed again.
CREATE TABLE labour.was_checked (
    person      uuid        PRIMARY KEY REFERENCES directory.person,
    verified_on date        NOT NULL,
    of_age      boolean     NOT NULL,
    record      uuid,
    recorded_at timestamptz NOT NULL,
    gone_at     timestamptz NOT NULL
);

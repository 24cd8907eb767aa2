-- Holidays and make-up days of a country in a year, as the file of an operator has them. A newer file takes the place of the one before and leaves it as it was.
CREATE TABLE labour.calendar (
    id        uuid        PRIMARY KEY,
    country   text        NOT NULL,
    year      int         NOT NULL,
    source    text        NOT NULL,
    loaded_by uuid        NOT NULL,
    loaded_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT calendar_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT calendar_year CHECK (year BETWEEN 2000 AND 2200),
    CONSTRAINT calendar_source_fits CHECK (char_length(source) <= 1000)
);

CREATE TABLE labour.calendar_day (
    calendar  uuid    NOT NULL REFERENCES labour.calendar,
    day       date    NOT NULL,
    name      text    NOT NULL,
    off       boolean NOT NULL,   -- false: a weekend day that is worked
    statutory boolean NOT NULL,   -- the holiday itself, which is paid threefold; the days around it that are made up for are rest days
    CONSTRAINT calendar_day_pk PRIMARY KEY (calendar, day),
    CONSTRAINT calendar_day_name_fits CHECK (char_length(name) <= 100),
    CONSTRAINT statutory_is_off CHECK (off OR NOT statutory)
);

-- Numbers of law, each for a place from a day on and with its source. A number that no proposal stands behind came with the house and was not signed by counsel.
CREATE TABLE labour.rule (
    id       uuid          PRIMARY KEY,
    key      text          NOT NULL,
    country  text          NOT NULL,
    region   text          NOT NULL,   -- empty: the whole country
    from_day date          NOT NULL,
    value    numeric(8, 2) NOT NULL,
    source   text          NOT NULL,
    said_at  timestamptz   NOT NULL,
    proposal uuid          REFERENCES decision.proposal,
    record   uuid,
    CONSTRAINT rule_key_fits CHECK (char_length(key) BETWEEN 1 AND 60),
    CONSTRAINT rule_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT rule_region_fits CHECK (char_length(region) <= 100),
    CONSTRAINT rule_has_source CHECK (source <> ''),
    CONSTRAINT rule_source_fits CHECK (char_length(source) <= 1000),
    CONSTRAINT rule_value_fits CHECK (value BETWEEN 0 AND 100000),
    CONSTRAINT signed_by_two CHECK ((proposal IS NULL) = (record IS NULL)),
    CONSTRAINT no_table_lowers_sixteen CHECK (key <> 'min-age' OR value >= 16)
);
CREATE INDEX rule_by_key ON labour.rule (key, country, region, from_day);

CREATE TABLE labour.rule_proposed (
    proposal uuid          PRIMARY KEY REFERENCES decision.proposal,
    key      text          NOT NULL,
    country  text          NOT NULL,
    region   text          NOT NULL,
    from_day date          NOT NULL,
    value    numeric(8, 2) NOT NULL,
    source   text          NOT NULL,
    CONSTRAINT rule_proposed_source_fits CHECK (char_length(source) <= 1000),
    CONSTRAINT rule_proposed_region_fits CHECK (char_length(region) <= 100),
    CONSTRAINT no_proposal_lowers_sixteen CHECK (key <> 'min-age' OR value >= 16)
);

-- The numbers that hold in a place on a day, as known at a moment: a region's own before its country's.
CREATE FUNCTION labour.rules_at(place_country text, place_region text, on_day date, known_at timestamptz)
RETURNS TABLE (key text, rule uuid, value numeric, signed boolean)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (rule.key) rule.key, rule.id, rule.value, rule.proposal IS NOT NULL
      FROM labour.rule
     WHERE rule.country = place_country
       AND rule.region IN ('', place_region)
       AND rule.from_day <= on_day
       AND rule.said_at <= known_at
     ORDER BY rule.key, rule.region = '', rule.from_day DESC, rule.said_at DESC
$$;

-- Time that was worked, stretch by stretch. Rows are only added: another word about a person's day is all its stretches again under the next number.
CREATE TABLE labour.worked (
    person      uuid        NOT NULL,
    day         date        NOT NULL,   -- the day on which the work began
    no          smallint    NOT NULL,   -- 1, and more for what was corrected; the highest of a person's day counts
    part        smallint    NOT NULL,   -- the stretch within the day
    begins      timestamp   NOT NULL,   -- by the clock on the wall of the site
    planned     int         NOT NULL,   -- seconds that were planned for the stretch, as the source has them; 0 where it does not say
    seconds     int         NOT NULL,
    kind        text        NOT NULL,
    batch       uuid        NOT NULL REFERENCES labour.batch,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT worked_pk PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person,
    CONSTRAINT worked_kind_known CHECK (kind IN ('WORKED', 'ANNUAL_LEAVE', 'OTHER_LEAVE')),
    CONSTRAINT worked_seconds CHECK (seconds BETWEEN 0 AND 86400 AND planned BETWEEN 0 AND 86400),
    CONSTRAINT worked_begins_on_its_day CHECK (begins >= day AND begins < day + 1)
) PARTITION BY RANGE (day);
-- A year each, made here and not when they are needed: a restored house is migrated anew and must find them.
CREATE TABLE labour.worked_before PARTITION OF labour.worked DEFAULT;
CREATE TABLE labour.worked_2024 PARTITION OF labour.worked FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE labour.worked_2025 PARTITION OF labour.worked FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE labour.worked_2026 PARTITION OF labour.worked FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE labour.worked_2027 PARTITION OF labour.worked FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE labour.worked_2028 PARTITION OF labour.worked FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
CREATE TABLE labour.worked_2029 PARTITION OF labour.worked FOR VALUES FROM ('2029-01-01') TO ('2030-01-01');
CREATE TABLE labour.worked_2030 PARTITION OF labour.worked FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE INDEX worked_by_day ON labour.worked (day, person);

-- A file of time facts as it was taken.
CREATE TABLE labour.time_report (
    batch   uuid NOT NULL PRIMARY KEY REFERENCES labour.batch,
    source  text NOT NULL,
    first   date NOT NULL,
    last    date NOT NULL,
    lines   int  NOT NULL,
    people  int  NOT NULL,
    lost    int  NOT NULL,
    CONSTRAINT time_report_source_fits CHECK (char_length(source) <= 200),
    CONSTRAINT time_report_has_source CHECK (source <> '')
);

-- Signed in and never out, as the file has it. Nothing is guessed: somebody says when it ended.
CREATE TABLE labour.lost (
    id          uuid        PRIMARY KEY,
    batch       uuid        NOT NULL REFERENCES labour.batch,
    person      uuid        NOT NULL REFERENCES directory.person,
    begins      timestamp   NOT NULL,
    answered_at timestamptz,
    answered_by uuid,
    ends        timestamp,
    CONSTRAINT lost_answered_whole CHECK (num_nulls(answered_at, answered_by, ends) IN (0, 3)),
    CONSTRAINT lost_ends_within_a_day CHECK (ends > begins AND ends <= begins + interval '24 hours'),
    CONSTRAINT lost_once UNIQUE (person, begins)
);
CREATE INDEX lost_open ON labour.lost (begins) WHERE answered_at IS NULL;

-- The stretches that count, as known at a moment.
CREATE FUNCTION labour.time_at(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, day date, part smallint, begins timestamp, planned int, seconds int, kind text, batch uuid)
LANGUAGE sql STABLE AS $$
    SELECT worked.person, worked.day, worked.part, worked.begins, worked.planned, worked.seconds, worked.kind, worked.batch
      FROM labour.worked
     WHERE worked.day BETWEEN first_day AND last_day
       AND worked.recorded_at <= known_at
       AND NOT EXISTS (SELECT FROM labour.worked AS later
                        WHERE later.person = worked.person AND later.day = worked.day AND later.day BETWEEN first_day AND last_day
                          AND later.no > worked.no AND later.recorded_at <= known_at)
$$;

-- What kind of day it is in each country that has a calendar or a site: WORK, REST or HOLIDAY.
CREATE FUNCTION labour.days(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (country text, day date, kind text)
LANGUAGE sql STABLE AS $$
    WITH newest AS (
        SELECT DISTINCT ON (calendar.country, calendar.year) calendar.id, calendar.country, calendar.year
          FROM labour.calendar
         WHERE calendar.loaded_at <= known_at
           AND calendar.year BETWEEN extract(year FROM first_day) - 1 AND extract(year FROM last_day) + 1
         ORDER BY calendar.country, calendar.year, calendar.loaded_at DESC
    ), named AS (
        -- A notice on a year may name days of the one beside it; the file of the day's own year goes before.
        SELECT DISTINCT ON (newest.country, calendar_day.day) newest.country, calendar_day.day, calendar_day.off, calendar_day.statutory
          FROM newest
          JOIN labour.calendar_day ON calendar_day.calendar = newest.id
         WHERE calendar_day.day BETWEEN first_day AND last_day
         ORDER BY newest.country, calendar_day.day, newest.year <> extract(year FROM calendar_day.day)
    ), countries AS (
        SELECT country FROM labour.calendar UNION SELECT country FROM labour.rule
    )
    SELECT countries.country, day.day::date,
           CASE WHEN named.statutory THEN 'HOLIDAY'
                WHEN named.off THEN 'REST'
                WHEN named.day IS NOT NULL THEN 'WORK'
                WHEN extract(isodow FROM day.day) > 5 THEN 'REST'
                ELSE 'WORK' END
      FROM countries
     CROSS JOIN generate_series(first_day, last_day, interval '1 day') AS day (day)
      LEFT JOIN named ON named.country = countries.country AND named.day = day.day
$$;

-- Who was engaged where on each day; somebody engaged twice that day stands where they work, not where they are retired from.
CREATE FUNCTION labour.there(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, day date, kind text, unit uuid, site uuid, country text, region text)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (engaged.person, day.day) engaged.person, day.day::date, engaged.kind, engaged.unit, place.site, coalesce(site.country, ''), coalesce(site.region, '')
      FROM directory.stretches(first_day, last_day, known_at) AS engaged
     CROSS JOIN LATERAL generate_series(greatest(engaged.from_day, first_day), least(coalesce(engaged.until_day, last_day), last_day), interval '1 day') AS day (day)
      LEFT JOIN directory.places(last_day, known_at) AS place ON place.unit = engaged.unit
      LEFT JOIN directory.places(last_day, known_at) AS site ON site.unit = place.site
     WHERE engaged.kind <> 'RETIREE'
     ORDER BY engaged.person, day.day, engaged.from_day DESC
$$;

-- Who began to work here in a stretch of days: their first engagement ever, retirees apart.
CREATE FUNCTION labour.hired(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, from_day date, kind text, unit uuid)
LANGUAGE sql STABLE AS $$
    SELECT ever.person, ever.from_day, ever.kind, ever.unit
      FROM (SELECT DISTINCT ON (engaged.person) engaged.person, engaged.from_day, engaged.kind, engaged.unit
              FROM directory.stretches('1900-01-01', last_day, known_at) AS engaged
             WHERE engaged.kind <> 'RETIREE'
             ORDER BY engaged.person, engaged.from_day) AS ever
     WHERE ever.from_day BETWEEN first_day AND last_day
$$;

-- A plan for some people of a unit. One roster, one entry in the log.
CREATE TABLE labour.roster (
    id         uuid        PRIMARY KEY,
    unit       uuid        NOT NULL REFERENCES directory.unit,
    first      date        NOT NULL,
    last       date        NOT NULL,
    shifts     int         NOT NULL,
    planned_by uuid        NOT NULL,
    planned_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT roster_ends_after_it_begins CHECK (last >= first)
);

-- Somebody is to work. The birth date stands in the row and is the one of a document that was checked; so nobody under sixteen on that day can stand here, whoever
-- writes and whatever the tables of law say. Who has no checked document has no shift.
CREATE TABLE labour.shift (
    id           uuid      PRIMARY KEY,
    roster       uuid      NOT NULL REFERENCES labour.roster,
    identity     uuid      NOT NULL,
    person       uuid      NOT NULL,
    born         date      NOT NULL,
    day          date      NOT NULL,
    begins       timestamp NOT NULL,
    seconds      int       NOT NULL,   -- to be worked, without breaks
    ends         timestamp NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    CONSTRAINT shift_of_a_checked_document FOREIGN KEY (identity, person, born) REFERENCES labour.identity (id, person, born),
    CONSTRAINT nobody_under_sixteen CHECK (day >= born + interval '16 years'),
    CONSTRAINT shift_begins_on_its_day CHECK (begins >= day AND begins < day + 1),
    CONSTRAINT shift_lasts CHECK (seconds > 0 AND ends > begins AND ends <= begins + interval '24 hours' AND seconds <= extract(epoch FROM ends - begins)),
    CONSTRAINT shift_withdrawn_by_somebody CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE UNIQUE INDEX one_shift_a_day ON labour.shift (person, day) WHERE withdrawn_at IS NULL;
CREATE INDEX shift_by_day ON labour.shift (day) WHERE withdrawn_at IS NULL;

-- Overtime of each person's day: on a working day what is above the hours of a day, on any other all of it. A day with facts goes by them, another by its shift.
CREATE FUNCTION labour.extra(people uuid[], first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, day date, site uuid, day_kind text, worked int, planned int, extra_worked int, extra_planned int)
LANGUAGE sql STABLE AS $$
    WITH there AS MATERIALIZED (
        SELECT * FROM labour.there(first_day, last_day, known_at) AS there WHERE people IS NULL OR there.person = ANY (people)
    ), hours AS (
        SELECT place.country, place.region, at.value
          FROM (SELECT DISTINCT country, region FROM there) AS place
         CROSS JOIN LATERAL labour.rules_at(place.country, place.region, last_day, known_at) AS at
         WHERE at.key = 'hours-day'
    ), worked AS MATERIALIZED (
        SELECT time.person, time.day, sum(time.seconds)::int AS seconds
          FROM labour.time_at(first_day, last_day, known_at) AS time
         WHERE time.kind = 'WORKED' AND (people IS NULL OR time.person = ANY (people))
         GROUP BY time.person, time.day
    ), planned AS (
        SELECT shift.person, shift.day, shift.seconds
          FROM labour.shift
         WHERE shift.day BETWEEN first_day AND last_day AND shift.withdrawn_at IS NULL AND (people IS NULL OR shift.person = ANY (people))
    ), joined AS (
        SELECT there.person, there.day, there.site, coalesce(days.kind, CASE WHEN extract(isodow FROM there.day) > 5 THEN 'REST' ELSE 'WORK' END) AS day_kind,
               worked.seconds AS worked, planned.seconds AS planned, hours.value * 3600 AS hours
          FROM there
          LEFT JOIN labour.days(first_day, last_day, known_at) AS days ON days.country = there.country AND days.day = there.day
          LEFT JOIN worked ON worked.person = there.person AND worked.day = there.day
          LEFT JOIN planned ON planned.person = there.person AND planned.day = there.day
          LEFT JOIN hours ON hours.country = there.country AND hours.region = there.region
         WHERE worked.seconds IS NOT NULL OR planned.seconds IS NOT NULL
    )
    SELECT person, day, site, day_kind, coalesce(worked, 0), coalesce(planned, 0),
           CASE WHEN worked IS NULL OR hours IS NULL THEN 0 WHEN day_kind = 'WORK' THEN greatest(worked - hours, 0)::int ELSE worked END,
           CASE WHEN worked IS NOT NULL OR planned IS NULL OR hours IS NULL THEN 0 WHEN day_kind = 'WORK' THEN greatest(planned - hours, 0)::int ELSE planned END
      FROM joined
$$;

-- The numbers that came with the house. Those that were not read in a source say so; each is to be signed by counsel before anybody relies on it.
INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at)
SELECT gen_random_uuid(), key, country, '', '2024-01-01'::date, value, source, '2024-01-01T00:00:00Z'
  FROM (VALUES ('min-age', 'CN', 16, 'Labour Law of the PRC, art. 15; Provisions on the Prohibition of Using Child Labour, State Council Decree 364'),
               ('adult-age', 'CN', 18, 'Labour Law of the PRC, art. 58. To be confirmed by counsel'),
               ('contract-months', 'CN', 1, 'Labour Contract Law of the PRC, art. 10. To be confirmed by counsel'),
               ('probation-short-months', 'CN', 1, 'Labour Contract Law of the PRC, art. 19: terms from three months to under one year'),
               ('probation-middle-months', 'CN', 2, 'Labour Contract Law of the PRC, art. 19: terms from one year to under three'),
               ('probation-long-months', 'CN', 6, 'Labour Contract Law of the PRC, art. 19: terms of three years and more, and open ones'),
               ('fixed-contracts', 'CN', 2, 'Labour Contract Law of the PRC, art. 14: an open term is due after two fixed ones in a row. To be confirmed by counsel'),
               ('open-after-years', 'CN', 10, 'Labour Contract Law of the PRC, art. 14. To be confirmed by counsel'),
               ('hours-day', 'CN', 8, 'Labour Law of the PRC, art. 36; State Council Decree 174. To be confirmed by counsel'),
               ('hours-week', 'CN', 40, 'State Council Decree 174, art. 3. To be confirmed by counsel'),
               ('overtime-day', 'CN', 3, 'Labour Law of the PRC, art. 41. To be confirmed by counsel'),
               ('overtime-month', 'CN', 36, 'Labour Law of the PRC, art. 41. To be confirmed by counsel'),
               ('overtime-warn', 'CN', 30, 'Our own rule: warned before the month is full'),
               ('days-in-a-row', 'CN', 6, 'Labour Law of the PRC, art. 38: a day of rest each week. To be confirmed by counsel'),
               ('night-from', 'CN', 22, 'To be confirmed by counsel'),
               ('night-until', 'CN', 6, 'To be confirmed by counsel'),
               ('dispatch-share', 'CN', 10, 'Interim Provisions on Labour Dispatch, art. 4. To be confirmed by counsel'),
               ('disabled-share', 'CN', 1.5, 'Regulations on the Employment of Persons with Disabilities, art. 8; the province says its own. To be confirmed by counsel'),
               ('leave-one-year', 'CN', 5, 'Regulations on Paid Annual Leave of Employees, art. 3. To be confirmed by counsel'),
               ('leave-ten-years', 'CN', 10, 'Regulations on Paid Annual Leave of Employees, art. 3. To be confirmed by counsel'),
               ('leave-twenty-years', 'CN', 15, 'Regulations on Paid Annual Leave of Employees, art. 3. To be confirmed by counsel'),
               ('pregnant-weeks', 'CN', 28, 'Special Provisions on Labour Protection of Female Employees, art. 6: seven months'),
               ('nursing-months', 'CN', 12, 'Special Provisions on Labour Protection of Female Employees, art. 9'),
               ('min-age', 'DE', 16, 'Our own rule; the Jugendarbeitsschutzgesetz allows some from 15. To be confirmed by counsel'),
               ('adult-age', 'DE', 18, 'Jugendarbeitsschutzgesetz, § 2. To be confirmed by counsel'),
               ('hours-day', 'DE', 8, 'Arbeitszeitgesetz, § 3. To be confirmed by counsel'),
               ('hours-week', 'DE', 48, 'Arbeitszeitgesetz, § 3. To be confirmed by counsel'),
               ('overtime-day', 'DE', 2, 'Arbeitszeitgesetz, § 3: ten hours when evened out in six months. To be confirmed by counsel'),
               ('days-in-a-row', 'DE', 6, 'Arbeitszeitgesetz, § 9. To be confirmed by counsel'),
               ('night-from', 'DE', 23, 'Arbeitszeitgesetz, § 2. To be confirmed by counsel'),
               ('night-until', 'DE', 6, 'Arbeitszeitgesetz, § 2. To be confirmed by counsel')) AS numbers (key, country, value, source);

-- What another source says of a year, such as the return to the social insurance: the total a figure is held against.
CREATE TABLE labour.stated (
    id        uuid        PRIMARY KEY,
    what      text        NOT NULL,
    year      int         NOT NULL,
    number    int         NOT NULL,
    source    text        NOT NULL,
    stated_by uuid        NOT NULL,
    stated_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT stated_what_known CHECK (what IN ('HIRES', 'HEADCOUNT')),
    CONSTRAINT stated_number CHECK (number >= 0),
    CONSTRAINT stated_source CHECK (source <> ''),
    CONSTRAINT stated_source_fits CHECK (char_length(source) <= 300)
);
CREATE INDEX stated_by_year ON labour.stated (what, year, stated_at DESC);

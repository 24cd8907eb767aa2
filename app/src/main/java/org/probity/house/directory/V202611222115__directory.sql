CREATE SCHEMA directory;

-- One file brought in as a whole.
CREATE TABLE directory.batch (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    file        text        NOT NULL,
    read_at     timestamptz NOT NULL,
    read_by     uuid        NOT NULL,
    imported_at timestamptz,             -- null: read and shown, not yet brought in
    record      uuid,
    CONSTRAINT kind_known CHECK (kind IN ('UNITS', 'PEOPLE'))
);

-- Lines of a file that was read without fault, until they are brought in or a day has passed.
CREATE TABLE directory.staged (
    batch  uuid  NOT NULL REFERENCES directory.batch ON DELETE CASCADE,
    line   int   NOT NULL,
    fields text[] NOT NULL,
    PRIMARY KEY (batch, line)
);

CREATE TABLE directory.unit (
    id   uuid PRIMARY KEY,
    code text NOT NULL,
    CONSTRAINT unit_code_taken UNIQUE (code)
);

-- What is known of a unit from a day on. A correction is a new row; the old one says until when it was believed.
CREATE TABLE directory.unit_fact (
    id            uuid        PRIMARY KEY,
    unit          uuid        NOT NULL REFERENCES directory.unit,
    kind          text        NOT NULL,
    name_en       text        NOT NULL,
    name_zh       text        NOT NULL,
    parent        uuid        REFERENCES directory.unit,
    from_day      date        NOT NULL,
    until_day     date,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    batch         uuid        NOT NULL REFERENCES directory.batch,
    CONSTRAINT unit_kind_known CHECK (kind IN ('ENTITY', 'SITE', 'UNIT')),
    CONSTRAINT unit_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT not_its_own_parent CHECK (parent <> unit)
);
CREATE UNIQUE INDEX unit_fact_now ON directory.unit_fact (unit, from_day) WHERE superseded_at IS NULL;

CREATE TABLE directory.person (
    id     uuid PRIMARY KEY,
    number text NOT NULL,                -- as in the HR system
    CONSTRAINT person_number_taken UNIQUE (number)
);

CREATE TABLE directory.person_fact (
    id            uuid        PRIMARY KEY,
    person        uuid        NOT NULL REFERENCES directory.person,
    name_zh       text        NOT NULL,
    name_en       text        NOT NULL,
    email         text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    batch         uuid        NOT NULL REFERENCES directory.batch,
    CONSTRAINT named CHECK (name_zh <> '' OR name_en <> '')
);
CREATE UNIQUE INDEX person_fact_now ON directory.person_fact (person) WHERE superseded_at IS NULL;
CREATE INDEX person_by_email ON directory.person_fact (lower(email)) WHERE superseded_at IS NULL AND email <> '';

CREATE TABLE directory.engagement (
    id            uuid        PRIMARY KEY,
    person        uuid        NOT NULL REFERENCES directory.person,
    kind          text        NOT NULL,
    unit          uuid        NOT NULL REFERENCES directory.unit,
    title         text        NOT NULL,
    from_day      date        NOT NULL,
    until_day     date,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    batch         uuid        NOT NULL REFERENCES directory.batch,
    CONSTRAINT engagement_kind_known
        CHECK (kind IN ('EMPLOYEE', 'PART_TIME', 'DISPATCH', 'INTERN', 'CONTRACTOR', 'REHIRED', 'RETIREE')),
    CONSTRAINT engagement_ends_after_it_begins CHECK (until_day >= from_day)
);
CREATE UNIQUE INDEX engagement_now ON directory.engagement (person, from_day) WHERE superseded_at IS NULL;
CREATE INDEX engagement_by_unit ON directory.engagement (unit) WHERE superseded_at IS NULL;

-- For other rooms: who was engaged on a day, as known at a moment.
CREATE FUNCTION directory.engaged(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, kind text, unit uuid, title text, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    SELECT person, kind, unit, title, from_day, until_day
      FROM directory.engagement
     WHERE from_day <= on_day
       AND (until_day IS NULL OR until_day >= on_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$$;

-- For other rooms: the tree on a day, as known at a moment.
CREATE FUNCTION directory.units(on_day date, known_at timestamptz)
RETURNS TABLE (unit uuid, code text, kind text, name_en text, name_zh text, parent uuid)
LANGUAGE sql STABLE AS $$
    SELECT fact.unit, unit.code, fact.kind, fact.name_en, fact.name_zh, fact.parent
      FROM directory.unit_fact fact
      JOIN directory.unit ON unit.id = fact.unit
     WHERE fact.from_day <= on_day
       AND (fact.until_day IS NULL OR fact.until_day >= on_day)
       AND fact.recorded_at <= known_at
       AND (fact.superseded_at IS NULL OR fact.superseded_at > known_at)
$$;

-- For other rooms: people by name, as known now.
CREATE VIEW directory.name AS
    SELECT person.id, person.number, fact.name_zh, fact.name_en, fact.email
      FROM directory.person
      JOIN directory.person_fact fact ON fact.person = person.id AND fact.superseded_at IS NULL;

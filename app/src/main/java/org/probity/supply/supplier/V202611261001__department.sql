-- A department of the supply side: a unit of the directory that buys, or sees to quality. It keeps the unit's code and name.
CREATE TABLE supplier.department (
    id        uuid        PRIMARY KEY,
    unit      uuid        NOT NULL REFERENCES directory.unit,
    kind      text        NOT NULL,
    from_day  date        NOT NULL,
    until_day date,                       -- the last day on which it does this
    named_by  uuid        NOT NULL,
    named_at  timestamptz NOT NULL,
    closed_by uuid,
    closed_at timestamptz,
    record    uuid        NOT NULL,
    CONSTRAINT department_kind CHECK (kind IN ('INTEGRATED', 'SILICON', 'EQUIPMENT', 'SITE', 'QUALITY')),
    CONSTRAINT department_ends_after_it_begins CHECK (until_day >= from_day - 1),
    CONSTRAINT closed_by_somebody CHECK ((until_day IS NULL) = (closed_by IS NULL) AND (closed_by IS NULL) = (closed_at IS NULL))
);
CREATE UNIQUE INDEX department_of_a_unit ON supplier.department (unit) WHERE until_day IS NULL;

-- Which department answers for what is bought in a category: for buying or for quality, everywhere or at one of our sites. It decides who may
-- act, so it keeps both times: a change supersedes what it cuts short.
CREATE TABLE supplier.accountability (
    id            uuid        PRIMARY KEY,
    category      text        NOT NULL REFERENCES supplier.category,
    charge        text        NOT NULL,
    site          uuid        REFERENCES directory.unit,   -- a buying site of ours; null: all that have no department of their own for it
    department    uuid        NOT NULL REFERENCES supplier.department,
    from_day      date        NOT NULL,
    until_day     date,
    reason        text        NOT NULL,
    recorded_by   uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    record        uuid        NOT NULL,
    CONSTRAINT charge_known CHECK (charge IN ('BUYING', 'QUALITY')),
    CONSTRAINT accountable_until_after_from CHECK (until_day >= from_day),
    CONSTRAINT one_accountable_a_day EXCLUDE USING gist (
        directory.same(category || ' ' || charge || ' ' || coalesce(site::text, ''), category || ' ' || charge || ' ' || coalesce(site::text, ''), '[]') WITH &&,
        daterange(from_day, until_day, '[]') WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX accountability_by_category ON supplier.accountability (category) WHERE superseded_at IS NULL;

-- For other rooms: which departments there are on a day, with the units they stand on.
CREATE FUNCTION supplier.departments(on_day date)
RETURNS TABLE (department uuid, unit uuid, code text, kind text, name_en text, name_zh text)
LANGUAGE sql STABLE AS $$
    SELECT department.id, department.unit, place.code, department.kind, place.name_en, place.name_zh
      FROM supplier.department
      JOIN directory.places(on_day, 'infinity') AS place ON place.unit = department.unit
     WHERE department.from_day <= on_day
       AND (department.until_day IS NULL OR department.until_day >= on_day)
$$;

-- For other rooms: which department answers for a category on a day, as known at a moment.
CREATE FUNCTION supplier.accountable(on_day date, known_at timestamptz)
RETURNS TABLE (category text, charge text, site uuid, department uuid, from_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT category, charge, site, department, from_day, record
      FROM supplier.accountability
     WHERE from_day <= on_day
       AND (until_day IS NULL OR until_day >= on_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$$;

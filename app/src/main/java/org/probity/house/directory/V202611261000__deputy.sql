-- Who stands in for somebody on days of absence. Taken back, it keeps the row; what was over by then is said again up to the day before.
CREATE TABLE directory.deputy (
    id            uuid        PRIMARY KEY,
    person        uuid        NOT NULL REFERENCES directory.person,
    deputy        uuid        NOT NULL REFERENCES directory.person,
    from_day      date        NOT NULL,
    until_day     date        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL,
    superseded_at timestamptz,
    superseded_by uuid,
    record        uuid        NOT NULL,
    CONSTRAINT absence_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT not_ones_own_deputy CHECK (deputy <> person),
    CONSTRAINT taken_back_by_somebody CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
    CONSTRAINT one_deputy_a_day EXCLUDE USING gist (
        directory.same(person::text, person::text, '[]') WITH &&,
        daterange(from_day, until_day, '[]') WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX deputy_by_person ON directory.deputy (person) WHERE superseded_at IS NULL;
CREATE INDEX deputy_by_deputy ON directory.deputy (deputy) WHERE superseded_at IS NULL;

-- For other rooms: who is away on a day, and who stands in, as known at a moment.
CREATE FUNCTION directory.deputies(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, deputy uuid, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    SELECT person, deputy, from_day, until_day
      FROM directory.deputy
     WHERE from_day <= on_day
       AND until_day >= on_day
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$$;

-- For other rooms: which person an account belongs to.
CREATE VIEW directory.pass AS
    SELECT person, account FROM directory.account;

-- Something done to the directory by hand, from a day on. What a file changes is in its batch.
CREATE TABLE directory.act (
    id      uuid        PRIMARY KEY,
    verb    text        NOT NULL,
    unit    uuid        REFERENCES directory.unit,
    person  uuid        REFERENCES directory.person,
    day     date        NOT NULL,
    reason  text        NOT NULL,
    done_at timestamptz NOT NULL,
    done_by uuid        NOT NULL,
    record  uuid,
    CONSTRAINT verb_known CHECK (verb IN ('FOUND', 'DESCRIBE', 'MOVE', 'CLOSE', 'MERGE', 'APPOINT', 'RELIEVE',
                                          'ENGAGE', 'END', 'TRANSFER', 'CORRECT', 'NAME')),
    CONSTRAINT about_one_unit_or_person CHECK (num_nonnulls(unit, person) = 1)
);
CREATE INDEX act_by_unit ON directory.act (unit, done_at) WHERE unit IS NOT NULL;
CREATE INDEX act_by_person ON directory.act (person, done_at) WHERE person IS NOT NULL;

ALTER TABLE directory.unit_fact
    ALTER batch DROP NOT NULL,
    ADD act         uuid REFERENCES directory.act,
    ADD country     text NOT NULL DEFAULT '',   -- of a site: ISO 3166-1, two letters
    ADD region      text NOT NULL DEFAULT '',
    ADD credit_code text NOT NULL DEFAULT '',   -- of a legal entity: GB 32100
    ADD lei         text NOT NULL DEFAULT '',   -- of a legal entity: ISO 17442
    ADD CONSTRAINT by_file_or_by_hand CHECK (num_nonnulls(batch, act) = 1),
    ADD CONSTRAINT only_sites_lie_somewhere CHECK (kind = 'SITE' OR country = '' AND region = ''),
    ADD CONSTRAINT only_entities_have_numbers CHECK (kind = 'ENTITY' OR credit_code = '' AND lei = '');
ALTER TABLE directory.person_fact
    ALTER batch DROP NOT NULL,
    ADD act uuid REFERENCES directory.act,
    ADD CONSTRAINT by_file_or_by_hand CHECK (num_nonnulls(batch, act) = 1);
ALTER TABLE directory.engagement
    ALTER batch DROP NOT NULL,
    ADD act uuid REFERENCES directory.act,
    ADD CONSTRAINT by_file_or_by_hand CHECK (num_nonnulls(batch, act) = 1);

-- Lets an exclusion constraint ask whether two texts are the same without an extension somebody would have to install.
CREATE TYPE directory.same AS RANGE (subtype = text, collation = "C");

ALTER TABLE directory.unit_fact ADD CONSTRAINT unit_told_once_a_day EXCLUDE USING gist (
    directory.same(unit::text, unit::text, '[]') WITH &&,
    daterange(from_day, until_day, '[]') WITH &&) WHERE (superseded_at IS NULL);
ALTER TABLE directory.engagement ADD CONSTRAINT engaged_once_a_day_in_a_kind EXCLUDE USING gist (
    directory.same(person::text || kind, person::text || kind, '[]') WITH &&,
    daterange(from_day, until_day, '[]') WITH &&) WHERE (superseded_at IS NULL);

-- Who leads a unit, and who stands in for them.
CREATE TABLE directory.head (
    id            uuid        PRIMARY KEY,
    unit          uuid        NOT NULL REFERENCES directory.unit,
    person        uuid        NOT NULL REFERENCES directory.person,
    rank          text        NOT NULL,
    from_day      date        NOT NULL,
    until_day     date,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    act           uuid        NOT NULL REFERENCES directory.act,
    CONSTRAINT rank_known CHECK (rank IN ('HEAD', 'DEPUTY')),
    CONSTRAINT head_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT one_head_a_day EXCLUDE USING gist (
        directory.same(unit::text, unit::text, '[]') WITH &&,
        daterange(from_day, until_day, '[]') WITH &&) WHERE (superseded_at IS NULL AND rank = 'HEAD')
);
CREATE INDEX head_by_unit ON directory.head (unit) WHERE superseded_at IS NULL;
CREATE INDEX head_by_person ON directory.head (person) WHERE superseded_at IS NULL;

-- Faults of a file that was refused, until a day has passed.
ALTER TABLE directory.batch ADD faults jsonb;

-- Which account a person signs in with.
CREATE TABLE directory.account (
    person    uuid        PRIMARY KEY REFERENCES directory.person,
    account   uuid        NOT NULL REFERENCES access.account,
    linked_at timestamptz NOT NULL,
    linked_by uuid        NOT NULL,
    CONSTRAINT account_of_one_person UNIQUE (account)
);

-- A former member's name is erased by two, after the law no longer asks for it.
CREATE TABLE directory.erasure (
    person       uuid        PRIMARY KEY REFERENCES directory.person,
    proposed_at  timestamptz NOT NULL,
    proposed_by  uuid        NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid,
    CONSTRAINT four_eyes CHECK (confirmed_by <> proposed_by),
    CONSTRAINT confirmed_by_someone CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
);

-- For other rooms: the tree on a day, as known at a moment, each unit with the way down to it. path begins at the top and ends with the
-- unit itself, so "this unit and all below" is: unit = ANY (path). entity and site are the nearest ones on the way.
CREATE FUNCTION directory.places(on_day date, known_at timestamptz)
RETURNS TABLE (
    unit uuid, code text, kind text, name_en text, name_zh text, parent uuid, path uuid[], entity uuid, site uuid,
    country text, region text, credit_code text, lei text, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE known AS (
        SELECT fact.*, unit.code
          FROM directory.unit_fact fact
          JOIN directory.unit ON unit.id = fact.unit
         WHERE fact.from_day <= on_day
           AND (fact.until_day IS NULL OR fact.until_day >= on_day)
           AND fact.recorded_at <= known_at
           AND (fact.superseded_at IS NULL OR fact.superseded_at > known_at)
    ), down AS (
        SELECT known.*,
               ARRAY[known.unit] AS path,
               CASE known.kind WHEN 'ENTITY' THEN known.unit END AS entity,
               CASE known.kind WHEN 'SITE' THEN known.unit END AS site
          FROM known
         WHERE known.parent IS NULL OR NOT EXISTS (SELECT FROM known up WHERE up.unit = known.parent)
        UNION ALL
        SELECT known.*,
               down.path || known.unit,
               CASE known.kind WHEN 'ENTITY' THEN known.unit ELSE down.entity END,
               CASE known.kind WHEN 'SITE' THEN known.unit ELSE down.site END
          FROM down
          JOIN known ON known.parent = down.unit
    )
    SELECT unit, code, kind, name_en, name_zh, parent, path, entity, site, country, region, credit_code, lei, from_day, until_day
      FROM down
$$;

-- For other rooms: heads and deputies on a day, as known at a moment.
CREATE FUNCTION directory.heads(on_day date, known_at timestamptz)
RETURNS TABLE (id uuid, unit uuid, person uuid, rank text, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    SELECT id, unit, person, rank, from_day, until_day
      FROM directory.head
     WHERE from_day <= on_day
       AND (until_day IS NULL OR until_day >= on_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$$;

-- For other rooms: line managers on a day. Nobody types them: the head of one's unit, or of the nearest unit above that has another.
CREATE FUNCTION directory.managers(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, manager uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (engaged.person) engaged.person, head.person
      FROM directory.engaged(on_day, known_at) AS engaged
      JOIN directory.places(on_day, known_at) AS place ON place.unit = engaged.unit
      JOIN directory.heads(on_day, known_at) AS head
        ON head.unit = ANY (place.path) AND head.rank = 'HEAD' AND head.person <> engaged.person
     WHERE engaged.kind <> 'RETIREE'
       -- Whoever leads a unit above is not managed by somebody below it.
       AND NOT EXISTS (
           SELECT FROM directory.heads(on_day, known_at) AS own
            WHERE own.person = engaged.person AND own.rank = 'HEAD'
              AND array_position(place.path, own.unit) < array_position(place.path, head.unit))
     ORDER BY engaged.person, array_position(place.path, head.unit) DESC, engaged.from_day
$$;

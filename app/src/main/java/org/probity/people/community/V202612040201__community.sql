-- The same places as before, counted in sets: whoever works in the same places as others is counted with them once, and not once for each part of the house above them.
CREATE OR REPLACE FUNCTION community.cover(on_day date, known_at timestamptz)
RETURNS TABLE (unit uuid, code text, kind text, name_en text, name_zh text, site uuid, people bigint, officer uuid, deputy uuid)
LANGUAGE sql STABLE AS $$
    WITH place AS MATERIALIZED (
        SELECT * FROM directory.places(on_day, known_at)
    ), works AS MATERIALIZED (
        SELECT person, array_agg(unit ORDER BY unit) AS units FROM directory.engaged(on_day, known_at) WHERE kind <> 'RETIREE' GROUP BY person
    ), alike AS MATERIALIZED (
        SELECT units, count(*) AS people FROM works GROUP BY units
    ), staff AS MATERIALIZED (
        SELECT above.unit, sum(above.people)::bigint AS people
          FROM (SELECT DISTINCT alike.units, alike.people, up.unit
                  FROM alike
                 CROSS JOIN unnest(alike.units) AS own (unit)
                  JOIN place ON place.unit = own.unit
                 CROSS JOIN unnest(place.path) AS up (unit)) AS above
         GROUP BY above.unit
    ), named AS MATERIALIZED (
        SELECT liaison.unit, liaison.rank, liaison.person
          FROM community.liaison
          JOIN works ON works.person = liaison.person
         WHERE from_day <= on_day AND (until_day IS NULL OR until_day >= on_day OR ended_at > known_at) AND named_at <= known_at
    ), least AS MATERIALIZED (
        SELECT rule.at('community', 'group-least', on_day, known_at) AS people
    )
    SELECT place.unit, place.code, place.kind, place.name_en, place.name_zh, place.site, staff.people, officer.person, deputy.person
      FROM place
      JOIN staff ON staff.unit = place.unit
      LEFT JOIN named AS officer ON officer.unit = place.unit AND officer.rank = 'OFFICER'
      LEFT JOIN named AS deputy ON deputy.unit = place.unit AND deputy.rank = 'DEPUTY' AND deputy.person IS DISTINCT FROM officer.person
     WHERE place.kind = 'SITE' OR place.kind = 'UNIT' AND staff.people >= (SELECT least.people FROM least)
$$;

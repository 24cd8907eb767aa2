-- The directory counts by itself: bases in which somebody is engaged, and units of as many as may be named in a post.
WITH ends AS MATERIALIZED (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), place AS MATERIALIZED (
    SELECT place.* FROM ends CROSS JOIN LATERAL directory.places(ends.day, :known_at) AS place
), staff AS (
    SELECT above.unit, count(DISTINCT engaged.person) AS people
      FROM ends
     CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged
      JOIN place ON place.unit = engaged.unit
     CROSS JOIN unnest(place.path) AS above (unit)
     WHERE engaged.kind <> 'RETIREE'
     GROUP BY above.unit
)
SELECT count(*)::numeric AS stated, 0::numeric AS other
  FROM place
  JOIN staff ON staff.unit = place.unit
 CROSS JOIN ends
 WHERE EXISTS (SELECT FROM community.opening WHERE opening.day <= ends.day)
   AND (place.kind = 'SITE' OR place.kind = 'UNIT' AND staff.people >= rule.at('community', 'group-least', ends.day, :known_at))

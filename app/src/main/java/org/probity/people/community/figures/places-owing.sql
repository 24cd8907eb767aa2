-- The directory counts by itself: bases in which somebody is engaged, and units of as many as may be named in a post.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT count(*)::numeric AS stated, 0::numeric AS other
  FROM ends
 CROSS JOIN LATERAL directory.places(ends.day, :known_at) AS place
 CROSS JOIN LATERAL (SELECT count(DISTINCT engaged.person) AS people
                       FROM directory.engaged(ends.day, :known_at) AS engaged
                       JOIN directory.places(ends.day, :known_at) AS lower ON lower.unit = engaged.unit
                      WHERE engaged.kind <> 'RETIREE' AND place.unit = ANY (lower.path)) AS staff
 WHERE place.kind = 'SITE' AND staff.people > 0
    OR place.kind = 'UNIT' AND staff.people >= rule.at('community', 'group-least', ends.day, :known_at)

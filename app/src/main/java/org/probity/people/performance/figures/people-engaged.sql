-- How many people the directory has on the cycle's last day, or today while it runs; those among them whom it did
-- not have when the population was last read are not in it.
WITH cycle AS (
    SELECT *
      FROM performance.cycle
     WHERE until_day BETWEEN :from_day AND :until_day
       AND opened_at <= :known_at
     ORDER BY until_day DESC
     LIMIT 1
), day AS (
    SELECT least(until_day, (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day, followed_on, least(followed_at, CAST(:known_at AS timestamptz)) AS followed_at FROM cycle
), here AS (
    SELECT DISTINCT engaged.person
      FROM day
     CROSS JOIN directory.engaged(day.day, :known_at) AS engaged
     WHERE engaged.kind <> 'RETIREE'
), read AS MATERIALIZED (
    SELECT DISTINCT engaged.person
      FROM day
     CROSS JOIN directory.engaged(least(day.day, day.followed_on), day.followed_at) AS engaged
     WHERE engaged.kind <> 'RETIREE'
)
SELECT count(here.person)::numeric AS stated,
       (count(here.person) FILTER (WHERE read.person IS NULL))::numeric AS other
  FROM here
  LEFT JOIN read ON read.person = here.person

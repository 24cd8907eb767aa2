-- Incidents of the grounds {grounds} that were taken up in the year and confirmed, site by site; a site without one is a row with none.
--
-- Counted: each site on the last day of the period, or today while it runs, and one row for incidents of no site, if there are any. Confirmed: somebody who handles it
-- found it to be so, by the moment the figure is asked of. Left out: nothing. Those found not to be so are taken up and not confirmed.
-- Known edge: an incident belongs to the year in which it was taken up, not to that in which it happened.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), taken AS (
    SELECT incident.place, incident.confirmed, incident.record
      FROM labour.incidents_at(:known_at) AS incident
     WHERE incident.ground IN ({grounds})
       AND (incident.opened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
), places AS (
    SELECT place.unit, place.code, place.name_en, place.name_zh FROM ends CROSS JOIN LATERAL directory.places(ends.day, :known_at) AS place WHERE place.kind = 'SITE'
    UNION ALL
    SELECT '00000000-0000-0000-0000-000000000000', '–', 'No site', '无基地' WHERE EXISTS (
        SELECT FROM taken WHERE taken.place IS NULL OR taken.place NOT IN (SELECT place.unit FROM ends CROSS JOIN LATERAL directory.places(ends.day, :known_at) AS place WHERE place.kind = 'SITE'))
)
SELECT places.unit AS subject, places.code AS number, places.name_en, places.name_zh,
       NULL::text AS reason,
       jsonb_build_object('confirmed', count(taken.record) FILTER (WHERE taken.confirmed), 'taken-up', count(taken.record), 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       coalesce(jsonb_agg(jsonb_build_object('kind', 'labour.incident', 'record', taken.record, 'class', 'signed')) FILTER (WHERE taken.record IS NOT NULL), '[]') AS evidence
  FROM places
  LEFT JOIN taken ON taken.place = places.unit
                  OR places.code = '–' AND (taken.place IS NULL OR taken.place NOT IN (SELECT place.unit FROM ends CROSS JOIN LATERAL directory.places(ends.day, :known_at) AS place WHERE place.kind = 'SITE'))
 GROUP BY places.unit, places.code, places.name_en, places.name_zh
 ORDER BY places.unit

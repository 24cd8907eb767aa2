-- Employees who left in the period, against how many there were on average over its days (GRI 401-1-b). While the period runs: so far, and not projected to a year.
--
-- Counted: everybody employed on any day of the period, with the days on which they were. Left: their employment ended within the period and none followed on the day after.
-- The average is the sum of these days over the days of the period; so the value is people who left, times the days of the period, over the days of all.
-- Left out: nobody; dispatched workers, contractors, interns and rehired retirees are no rows.
-- Known edge: who came back within the period did not leave. Who retired, or went on as a contractor, left. Whoever stays through two employments at once counts each day once.
WITH ends AS (
    SELECT greatest(CAST(:from_day AS date), least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)) AS day
), spell AS (
    SELECT stretch.person, range_agg(daterange(stretch.from_day, stretch.until_day, '[]')) AS days
      FROM ends
     CROSS JOIN LATERAL directory.stretches(:from_day, ends.day + 1, :known_at) AS stretch
     WHERE stretch.kind IN ('EMPLOYEE', 'PART_TIME')
     GROUP BY stretch.person
), counted AS (
    SELECT spell.person, NOT spell.days @> ends.day + 1 AS gone, ends.day - CAST(:from_day AS date) + 1 AS period, spell.days * datemultirange(daterange(:from_day, ends.day, '[]')) AS within
      FROM spell, ends
)
SELECT counted.person AS subject, name.number, name.name_en, name.name_zh,
       NULL::text AS reason,
       jsonb_build_object('left', CASE WHEN counted.gone THEN 1 ELSE 0 END, 'person', CASE WHEN counted.gone THEN 0 ELSE 1 END,
                          'left-days', CASE WHEN counted.gone THEN counted.period ELSE 0 END, 'days', spent.days) AS inputs,
       CASE WHEN counted.gone THEN jsonb_build_object('labour.last-day', upper(counted.within) - 1) ELSE '{}'::jsonb END AS facts,
       '[]'::jsonb AS evidence
  FROM counted
 CROSS JOIN LATERAL (SELECT sum(upper(part) - lower(part)) AS days FROM unnest(counted.within) AS part) AS spent
  JOIN directory.name ON name.id = counted.person
 WHERE NOT isempty(counted.within)
 ORDER BY counted.person

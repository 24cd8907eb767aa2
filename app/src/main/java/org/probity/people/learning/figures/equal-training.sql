-- Training on equal and compliant employment and on preventing workplace harassment: people engaged at the end of the year, or today while it runs, who
-- completed both in the year.
--
-- Met: each of the two courses that somebody owes for the year was met by a list that was closed, which a correction can take back, or by passing it online. Whoever
-- owes one of them and met the other has not met it. Left out: people who completed one and are engaged no more, or are retired.
-- Known edge: who joined on the last day owes both like everybody else. Where one of the two courses is not held at all, nobody meets it.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), engaged AS (
    SELECT DISTINCT engaged.person FROM ends CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged WHERE engaged.kind <> 'RETIREE'
), owed AS (
    SELECT accepted.party AS person, count(DISTINCT course.duty) FILTER (WHERE accepted.record IS NOT NULL) AS met,
           jsonb_agg(jsonb_build_object('kind', 'learning.yearly', 'record', accepted.record, 'class', 'signed') ORDER BY course.number) FILTER (WHERE accepted.record IS NOT NULL) AS evidence
      FROM obligation.accepted('learning.yearly', :year, :known_at) AS accepted
      JOIN learning.course ON course.id = accepted.about AND course.duty IN ('EQUAL_EMPLOYMENT', 'HARASSMENT')
     GROUP BY accepted.party
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN engaged.person IS NULL THEN 'learning.figure.not-engaged' END AS reason,
       jsonb_build_object('met', CASE WHEN owed.met = 2 THEN 1 ELSE 0 END, 'courses', coalesce(owed.met, 0)) AS inputs,
       '{}'::jsonb AS facts,
       coalesce(owed.evidence, '[]') AS evidence
  FROM engaged
  FULL JOIN owed ON owed.person = engaged.person
  JOIN directory.name ON name.id = coalesce(engaged.person, owed.person)
 WHERE engaged.person IS NOT NULL OR owed.met > 0
 ORDER BY name.id

-- Performance and career reviews: of the people who belong to the year's cycle, those with a final rating of the closed cycle and a talk about it.
--
-- Counted: members of the last cycle that ends in the year. Met: the cycle is closed, somebody rated them, and the talk was held.
-- Left out, each row with its reason: whose kind of engagement has no scheme, who joined too late to be rated, whom nobody leads, whom no scheme fits, and who
-- left before the cycle's last day.
-- Known edge: ratings and talks that came by file from the system before are statements and not signed here.
-- Known edge: whoever has no rating in a closed cycle is counted and not met; a missing review is missing.
WITH cycle AS (
    SELECT *
      FROM performance.cycle
     WHERE until_day BETWEEN :from_day AND :until_day
       AND opened_at <= :known_at
     ORDER BY until_day DESC
     LIMIT 1
), day AS (
    SELECT least(until_day, (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day FROM cycle
), here AS MATERIALIZED (
    SELECT DISTINCT person FROM day CROSS JOIN directory.engaged(day.day, :known_at) WHERE kind <> 'RETIREE'
), rated AS (
    SELECT DISTINCT ON (assessment.person) assessment.person, assessment.record, assessment.origin = 'BROUGHT_IN' AS brought
      FROM performance.assessment
      JOIN cycle ON cycle.id = assessment.cycle
     WHERE assessment.at <= :known_at
     ORDER BY assessment.person, assessment.no DESC
), talked AS (
    SELECT DISTINCT ON (note.person) note.person, note.record, note.words = '' AS brought
      FROM performance.note
      JOIN cycle ON cycle.id = note.cycle
     WHERE note.kind = 'TALK' AND note.handed_in_at <= :known_at
     ORDER BY note.person, note.handed_in_at
)
SELECT member.person AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN member.left_out IS NOT NULL THEN 'performance.out.' || member.left_out
            WHEN here.person IS NULL THEN 'performance.out.LEFT' END AS reason,
       jsonb_build_object('met', CASE WHEN cycle.closed_at <= :known_at AND rated.person IS NOT NULL AND talked.person IS NOT NULL THEN 1 ELSE 0 END,
                          'engaged', CASE WHEN here.person IS NULL THEN 0 ELSE 1 END) AS inputs,
       jsonb_build_object('performance.review', jsonb_build_object('rated', rated.person IS NOT NULL, 'talked', talked.person IS NOT NULL)) AS facts,
       CASE WHEN rated.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'performance.rating', 'class', CASE WHEN rated.brought THEN 'statement' ELSE 'signed' END, 'record', rated.record)) END
       || CASE WHEN talked.record IS NULL THEN '[]'::jsonb
               ELSE jsonb_build_array(jsonb_build_object('kind', 'performance.note', 'class', CASE WHEN talked.brought THEN 'statement' ELSE 'signed' END, 'record', talked.record)) END AS evidence
  FROM cycle
  JOIN performance.member ON member.cycle = cycle.id AND member.added_at <= :known_at
  JOIN directory.name ON name.id = member.person
  LEFT JOIN here ON here.person = member.person
  LEFT JOIN rated ON rated.person = member.person
  LEFT JOIN talked ON talked.person = member.person
 ORDER BY member.person

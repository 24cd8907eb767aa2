-- Visits that were made in a year: one row a visit.
--
-- Known edge: a visit counts on the day on which somebody said that it was made. Nobody is asked how it was.
SELECT visit.id AS subject, visit.number, visit.number AS name_en, visit.number AS name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('occasion', visit.occasion) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'aid.evidence.visited', 'record', visited.record, 'class', 'statement')) AS evidence
  FROM aid.visited
  JOIN aid.visit ON visit.id = visited.visit
 WHERE visited.day BETWEEN :from_day AND :until_day AND visited.at <= :known_at
 ORDER BY visit.id

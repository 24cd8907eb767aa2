-- Consequences of grades that were due in the year and carried out by their day: more share for A, an agreed plan for C, a successor for D.
--
-- Counted: one row a supplier with such a consequence; met when each of them was carried out in time.
-- Left out: suppliers whose consequences were all ended by a later or corrected grade before they were due.
-- Known edge: B asks for nothing and is not counted.
WITH due AS (
    SELECT consequence.supplier, consequence.record, consequence.done,
           consequence.done_at <= :known_at AND (consequence.done_at AT TIME ZONE 'Asia/Shanghai')::date <= consequence.due_day AS in_time,
           consequence.ended_at <= :known_at AND (consequence.ended_at AT TIME ZONE 'Asia/Shanghai')::date <= consequence.due_day AND consequence.done_at IS NULL AS ended
      FROM evaluation.consequence
      JOIN evaluation.scorecard ON scorecard.id = consequence.scorecard
     WHERE consequence.kind <> 'KEEP'
       AND consequence.due_day BETWEEN :from_day AND :until_day
       AND scorecard.at <= :known_at
), one AS (
    SELECT supplier,
           count(*) FILTER (WHERE ended IS NOT TRUE) AS owed,
           count(*) FILTER (WHERE ended IS NOT TRUE AND in_time IS TRUE) AS kept,
           jsonb_agg(jsonb_build_object('kind', 'evaluation.consequence', 'class', 'form', 'record', coalesce(done, record)) ORDER BY record) AS evidence
      FROM due
     GROUP BY supplier
)
SELECT one.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN one.owed = 0 THEN 'evaluation.consequence-ended-row' END AS reason,
       jsonb_build_object('met', CASE WHEN one.kept = one.owed THEN 1 ELSE 0 END, 'consequences', one.owed::text) AS inputs,
       jsonb_build_object('evaluation.consequence', jsonb_build_object('owed', one.owed, 'in-time', one.kept)) AS facts,
       one.evidence
  FROM one
  JOIN supplier.name ON name.id = one.supplier
 ORDER BY one.supplier

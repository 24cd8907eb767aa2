-- Labour rules in force at the end of the period, or today while it runs, and whether each was lawfully made and looked at by the union in the year.
--
-- Counted: rules of the area PEOPLE with a version in force that day. Met: discussion by the staff congress, consultation with the union and making known are each
-- shown by a file for that version, and the union reviewed the rule in the year, whatever it said.
-- Left out: nothing. Known edge: a new version has to be shown anew, and counts as not met until it was.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT rule.policy AS subject, rule.code AS number, rule.title_en AS name_en, rule.title_zh AS name_zh,
       NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN rule.steps = 3 AND review.id IS NOT NULL THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       jsonb_build_object('labour.steps', rule.steps) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'policy.published', 'record', rule.record, 'class', 'signed'))
           || CASE WHEN review.id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'labour.review', 'record', review.record, 'class', 'signed')) END AS evidence
  FROM ends
 CROSS JOIN LATERAL labour.rulebook(ends.day, :known_at) AS rule
  LEFT JOIN labour.review ON review.policy = rule.policy AND review.year = :year AND review.at <= :known_at
 ORDER BY rule.policy

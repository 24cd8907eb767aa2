-- Labour rules in force at the end of the period, or today while it runs, that the union reviewed in the year.
--
-- Counted: rules of the area PEOPLE in force that day. Met: the union said of the rule, in the year, whether it is kept. Left out: nothing.
-- Known edge: a rule that was withdrawn after its review is no row; its obligation is among the others of the control total.
-- Beside each rule stands how many of the union's findings were open, as known then.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT rule.policy AS subject, rule.code AS number, rule.title_en AS name_en, rule.title_zh AS name_zh,
       NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN review.id IS NULL THEN 0 ELSE 1 END, 'counted', 1,
                          'owed', CASE WHEN EXISTS (SELECT FROM obligation.standing_at(:known_at) AS owed WHERE owed.kind = 'labour.union-review' AND owed.party = rule.policy AND owed.period = :year) THEN 1 ELSE 0 END) AS inputs,
       jsonb_build_object('labour.open', (SELECT count(*) FROM labour.union_finding AS finding
                                                 WHERE finding.policy = rule.policy AND finding.raised_at <= :known_at
                                                   AND (SELECT step.state FROM labour.union_step AS step WHERE step.finding = finding.id AND step.at <= :known_at ORDER BY step.no DESC LIMIT 1) <> 'CLOSED')) AS facts,
       CASE WHEN review.id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'labour.review', 'record', review.record, 'class', 'signed')) END AS evidence
  FROM ends
 CROSS JOIN LATERAL labour.rulebook(ends.day, :known_at) AS rule
  LEFT JOIN labour.review ON review.policy = rule.policy AND review.year = :year AND review.at <= :known_at
 ORDER BY rule.policy

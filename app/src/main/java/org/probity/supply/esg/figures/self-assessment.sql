-- Self-assessments asked for in the year and whether a department accepted them: one row for each form of each supplier.
--
-- Counted: every self-assessment whose due day is past, and those accepted before it.
-- Met: accepted by a person, and holding at the end of the period, or today while the period runs. One that lapsed afterwards still counts.
-- Left out: what is not due yet, unless it is accepted; what was waived.
-- Known edge: an answer that scores 0 and was accepted counts as accepted. What it says is another matter, and raises the risk.
WITH asked AS (
    SELECT standing.id, standing.party, standing.kind, standing.due_day, standing.state, standing.at, standing.valid_until,
           obligation.accepted_record(standing.id, :known_at) AS record,
           standing.state IN ('MET', 'LAPSED') AND standing.valid_until >= least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS holds
      FROM obligation.standing_at(:known_at) AS standing
     WHERE standing.kind IN ('esg.process', 'esg.social', 'esg.ehs', 'esg.environment', 'esg.form')
       AND standing.period = :year
)
SELECT asked.id AS subject,
       name.number || '/' || substr(asked.kind, 5) AS number, name.name_en, name.name_zh,
       CASE WHEN asked.state = 'WAIVED' THEN 'esg.was-waived'
            WHEN NOT asked.holds AND asked.due_day >= (:known_at AT TIME ZONE 'Asia/Shanghai')::date THEN 'esg.not-due-yet' END AS reason,
       jsonb_build_object('met', CASE WHEN asked.holds THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       jsonb_build_object(asked.kind, jsonb_build_object('state', asked.state, 'day', (asked.at AT TIME ZONE 'Asia/Shanghai')::date, 'due', asked.due_day)) AS facts,
       CASE WHEN asked.record IS NULL OR asked.state NOT IN ('MET', 'LAPSED') THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', asked.kind, 'record', asked.record, 'class', 'form')) END AS evidence
  FROM asked
  JOIN supplier.name ON name.id = asked.party
 ORDER BY asked.id

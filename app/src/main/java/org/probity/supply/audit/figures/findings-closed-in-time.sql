-- Findings that ask for corrective action and whether they were closed by two on or before the closing day of their pack.
--
-- Counted: Priority, Major and Minor findings of validated reports whose closing day lies in the period and is past, or that are closed already.
-- Left out: findings whose closing day is still to come; observations and good practice, which ask for nothing.
-- Known edge: a finding without action, agreed by two, counts as closed. One closed a day late is not met, however well.
WITH action AS (
    SELECT subject, state, severity, close_due_day, (at AT TIME ZONE 'Asia/Shanghai')::date AS day, record FROM casework.standing_at(:known_at) WHERE kind = 'audit.finding'
)
SELECT finding.id AS subject,
       report.number || '/' || finding.no AS number, finding.title_en AS name_en, finding.title_zh AS name_zh,
       CASE WHEN action.subject IS NULL THEN 'audit.asks-for-nothing'
            WHEN action.state <> 'CLOSED' AND action.close_due_day >= (:known_at AT TIME ZONE 'Asia/Shanghai')::date THEN 'audit.not-due-yet' END AS reason,
       jsonb_build_object('met', CASE WHEN action.state = 'CLOSED' AND action.day <= action.close_due_day THEN 1 ELSE 0 END,
                          'counted', 1) AS inputs,
       jsonb_strip_nulls(jsonb_build_object('severity', finding.severity, 'topic', finding.topic, 'close_by', action.close_due_day, 'state', action.state, 'day', action.day)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'audit.finding', 'record', coalesce(action.record, finding.record), 'class', 'signed')) AS evidence
  FROM audit.finding
  JOIN audit.standing_at(:known_at) AS report ON report.id = finding.audit AND report.state = 'REPORTED'
  LEFT JOIN action ON action.subject = finding.id
 WHERE coalesce(action.close_due_day, report.until_day) BETWEEN :from_day AND :until_day
 ORDER BY finding.id

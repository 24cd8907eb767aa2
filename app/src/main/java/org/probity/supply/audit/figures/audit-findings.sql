-- What was found on site in the period: one row a finding of a validated report, by severity and topic.
--
-- Counted: Priority, Major, Minor findings and observations of audits whose last day lies in the period.
-- Left out: good practice, which is told and is no finding.
SELECT finding.id AS subject,
       report.number || '/' || finding.no AS number, finding.title_en AS name_en, finding.title_zh AS name_zh,
       CASE WHEN finding.severity = 'GOOD_PRACTICE' THEN 'audit.is-good-practice' END AS reason,
       jsonb_build_object('counted', 1, 'met', 1) AS inputs,
       jsonb_build_object('severity', finding.severity, 'topic', finding.topic, 'clause', finding.clause) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'audit.finding', 'record', finding.record, 'class', 'signed')) AS evidence
  FROM audit.finding
  JOIN audit.standing_at(:known_at) AS report ON report.id = finding.audit AND report.state = 'REPORTED'
 WHERE report.until_day BETWEEN :from_day AND :until_day
 ORDER BY finding.id

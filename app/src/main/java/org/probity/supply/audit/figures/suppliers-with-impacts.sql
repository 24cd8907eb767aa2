-- Suppliers with significant negative impacts: audited in the period, with a Priority or Major finding of a validated report
-- (GRI 308-2-b and -c, 414-2-b and -c).
--
-- Counted: suppliers of whom a report of an audit that ended in the period holds; impacted is 1 for those with a Priority or Major finding.
-- Actual and potential impacts are not told apart: a finding says what was seen, not what came of it.
-- Left out: nobody. Suppliers that were not audited are no rows: of them nothing is known here.
-- Known edge: a supplier audited twice counts once; the findings of both reports are added.
WITH report AS (
    SELECT id, supplier, findings, record FROM audit.standing_at(:known_at) WHERE state = 'REPORTED' AND until_day BETWEEN :from_day AND :until_day
), found AS (
    SELECT report.supplier,
           count(finding.id) AS findings,
           count(*) FILTER (WHERE finding.severity IN ('PRIORITY', 'MAJOR')) AS grave,
           count(*) FILTER (WHERE finding.severity IN ('PRIORITY', 'MAJOR') AND finding.topic = 'ENVIRONMENT') AS environment,
           count(*) FILTER (WHERE finding.severity IN ('PRIORITY', 'MAJOR') AND finding.topic = 'SAFETY') AS safety,
           count(*) FILTER (WHERE finding.severity IN ('PRIORITY', 'MAJOR') AND finding.topic = 'BUSINESS') AS business,
           count(*) FILTER (WHERE finding.severity IN ('PRIORITY', 'MAJOR') AND finding.topic = 'PROCESS') AS process,
           count(*) FILTER (WHERE finding.severity IN ('PRIORITY', 'MAJOR') AND finding.topic = 'MINERALS') AS minerals
      FROM report
      LEFT JOIN audit.finding ON finding.audit = report.id
     GROUP BY report.supplier
), reported AS (
    SELECT supplier, jsonb_agg(jsonb_build_object('kind', 'audit.report', 'record', record, 'class', 'signed') ORDER BY record) AS evidence FROM report GROUP BY supplier
)
SELECT found.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       NULL::text AS reason,
       jsonb_build_object('impacted', CASE WHEN found.grave > 0 THEN 1 ELSE 0 END, 'findings', found.findings, 'environment', found.environment,
                          'safety', found.safety, 'business', found.business, 'process', found.process, 'minerals', found.minerals) AS inputs,
       '{}'::jsonb AS facts,
       reported.evidence
  FROM found
  JOIN reported USING (supplier)
  JOIN supplier.name ON name.id = found.supplier
 ORDER BY found.supplier

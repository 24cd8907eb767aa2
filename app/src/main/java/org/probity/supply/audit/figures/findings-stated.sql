-- Each validated report states how many findings it has; the rows are counted one by one. What falls due outside the period is not among them.
SELECT coalesce((SELECT sum(findings) FROM audit.standing_at(:known_at) WHERE state = 'REPORTED'), 0) AS stated,
       (SELECT count(*)
          FROM audit.finding
          JOIN audit.standing_at(:known_at) AS report ON report.id = finding.audit AND report.state = 'REPORTED'
          LEFT JOIN casework.standing_at(:known_at) AS action ON action.kind = 'audit.finding' AND action.subject = finding.id
         WHERE NOT coalesce(action.close_due_day, report.until_day) BETWEEN :from_day AND :until_day) AS other

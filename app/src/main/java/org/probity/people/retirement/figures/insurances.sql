-- Insurances that run on the last day, by the list of what goes on; some belong to people who are not retired then.
SELECT count(*)::numeric AS stated,
       (count(*) FILTER (WHERE NOT EXISTS (SELECT FROM directory.engaged(:until_day, :known_at) AS engaged WHERE engaged.person = benefit.person AND engaged.kind = 'RETIREE')))::numeric AS other
  FROM retirement.benefit
 WHERE benefit.kind = 'INSURANCE' AND benefit.said_at <= :known_at AND benefit.from_day <= :until_day AND (benefit.until_day IS NULL OR benefit.until_day >= :until_day)

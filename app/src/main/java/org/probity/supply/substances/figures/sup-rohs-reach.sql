-- Suppliers with a RoHS and a REACH report of the last twelve months.
--
-- Counted: suppliers from whom something came in the period, and of a material of whom a RoHS or a REACH report is asked at its end, or today while
-- it runs. For the photovoltaic module RoHS is voluntary (2011/65/EU, Article 2(4)(i)); the figure shows a promise kept, not a law.
-- Met: for each of the two that is asked, a person accepted a report whose own day lies within the twelve months that end then. A report of the very
-- day one year ago is not within them.
-- Left out: suppliers in scope from whom nothing came in the period.
-- Not asked: whether the statement speaks of the newest candidate list; that is in the facts as the list it speaks of. A renewal counts as a report.
-- Known edge: a report sent back again after it was accepted does not count, whatever its day.
WITH until AS (
    SELECT least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS day
), delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), asked AS (
    SELECT asked.supplier, array_agg(DISTINCT asked.paper) AS papers
      FROM until
     CROSS JOIN LATERAL substances.asked(until.day, :known_at) AS asked
     WHERE asked.paper IN ('substances.rohs', 'substances.reach')
     GROUP BY asked.supplier
), report AS (
    SELECT DISTINCT ON (accepted.supplier, accepted.kind) accepted.supplier, accepted.kind, accepted.report_day, accepted.record, edition.version
      FROM until
     CROSS JOIN LATERAL substances.accepted_at(:known_at) AS accepted
      LEFT JOIN substances.edition ON edition.id = accepted.edition
     WHERE accepted.kind IN ('ROHS', 'REACH')
       AND accepted.report_day <= until.day
       AND accepted.report_day + interval '12 months' > until.day
     ORDER BY accepted.supplier, accepted.kind, accepted.report_day DESC, accepted.paper
), held AS (
    SELECT supplier, array_agg(CASE kind WHEN 'ROHS' THEN 'substances.rohs' ELSE 'substances.reach' END) AS papers,
           jsonb_object_agg(lower(kind), jsonb_build_object('day', report_day, 'list', version)) AS facts,
           jsonb_agg(jsonb_build_object('kind', CASE kind WHEN 'ROHS' THEN 'substances.rohs' ELSE 'substances.reach' END, 'record', record, 'class', 'third-party') ORDER BY kind) AS evidence
      FROM report
     GROUP BY supplier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN asked.supplier IS NULL THEN 'substances.figure.not-in-scope'
            WHEN delivered.supplier IS NULL THEN 'substances.figure.no-delivery' END AS reason,
       jsonb_build_object('met', CASE WHEN asked.papers <@ held.papers THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       coalesce(held.facts, '{}') AS facts,
       coalesce(held.evidence, '[]') AS evidence
  FROM supplier.name AS name
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN asked ON asked.supplier = name.id
  LEFT JOIN held ON held.supplier = name.id
 WHERE asked.supplier IS NOT NULL OR delivered.supplier IS NOT NULL
 ORDER BY name.id

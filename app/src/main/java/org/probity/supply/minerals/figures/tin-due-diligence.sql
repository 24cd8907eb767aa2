-- Due diligence of tin suppliers: who delivered material holding tin in the period, and whether their four papers of the year held.
--
-- Counted: suppliers with at least one goods receipt in the period of a material with a share of tin above 0 (CAS 7440-31-5).
-- Met: all four papers accepted by a person, each still holding at the end of the period, or today while the period runs. A paper that
-- lapsed afterwards still counts; one that was sent back again does not.
-- Left out: suppliers on the tin list from whom nothing holding tin came in the period.
-- Known edge: a supplier that ceases to deliver in January is asked for papers that hold to the end of the year all the same.
WITH delivered AS (
    SELECT supplier, sum(kilograms) AS kilograms
      FROM supplier.received_with('7440-31-5', :from_day, :until_day, :known_at)
     GROUP BY supplier
), listed AS (
    SELECT supplier FROM supplier.with_substance('7440-31-5', :until_day, :known_at)
     UNION
    SELECT supplier FROM delivered
), paper AS (
    SELECT standing.party AS supplier, standing.kind, standing.state, standing.at, standing.valid_until,
           obligation.accepted_record(standing.id, :known_at) AS record,
           standing.state IN ('MET', 'LAPSED') AND standing.valid_until >= least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS holds
      FROM obligation.standing_at(:known_at) AS standing
     WHERE standing.kind IN ('minerals.cmrt', 'minerals.source-declaration', 'minerals.self-declaration', 'minerals.origin-certificate')
       AND standing.period = :year
), papers AS (
    SELECT supplier,
           count(*) FILTER (WHERE holds) AS held,
           jsonb_object_agg(kind, jsonb_build_object('state', state, 'day', (at AT TIME ZONE 'Asia/Shanghai')::date, 'holds', holds)) AS facts,
           jsonb_agg(jsonb_build_object('kind', kind, 'record', record,
                                        'class', CASE kind WHEN 'minerals.cmrt' THEN 'form'
                                                           WHEN 'minerals.origin-certificate' THEN 'third-party'
                                                           WHEN 'minerals.self-declaration' THEN 'signed'
                                                           ELSE 'statement' END)
                     ORDER BY kind) FILTER (WHERE state IN ('MET', 'LAPSED')) AS evidence
      FROM paper
     GROUP BY supplier
)
SELECT listed.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN delivered.supplier IS NULL THEN 'minerals.no-delivery' END AS reason,
       jsonb_build_object('met', CASE WHEN papers.held = 4 THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       coalesce(papers.facts, '{}') AS facts,
       coalesce(papers.evidence, '[]') AS evidence
  FROM listed
  JOIN supplier.name ON name.id = listed.supplier
  LEFT JOIN delivered ON delivered.supplier = listed.supplier
  LEFT JOIN papers ON papers.supplier = listed.supplier
 ORDER BY listed.supplier

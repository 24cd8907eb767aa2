-- Proofs a supplier owed within the period, and how many of them it had brought by the end of the period or, if that is earlier, as known.
-- What was waived is not counted.
SELECT standing.party AS supplier,
       count(*) FILTER (WHERE standing.state IN ('MET', 'LAPSED')) * 100::numeric AS over,
       count(*)::numeric AS under,
       jsonb_build_object('owed', count(*)::text, 'met', (count(*) FILTER (WHERE standing.state IN ('MET', 'LAPSED')))::text) AS facts,
       array_remove(array_agg(DISTINCT standing.record), NULL) AS records
  FROM obligation.standing_at(least(CAST(:known_at AS timestamptz), CAST(:until_day AS date) + interval '1 day')) AS standing
  JOIN supplier.name ON name.id = standing.party
 WHERE standing.due_day BETWEEN :from_day AND :until_day
   AND standing.state <> 'WAIVED'
 GROUP BY standing.party

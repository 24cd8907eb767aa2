-- The reviews that were owed for the year say how many there must be; those of rules that are no longer in force are not ours.
SELECT count(*)::numeric AS stated,
       (count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM labour.rulebook(least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date), :known_at) AS rule WHERE rule.policy = owed.party)))::numeric AS other
  FROM obligation.standing_at(:known_at) AS owed
 WHERE owed.kind = 'labour.union-review' AND owed.period = :year

-- Answers as they stand on the ballots, one by one.
SELECT coalesce(sum(cardinality(counted.answers)), 0)::numeric AS stated, 0::numeric AS other
  FROM survey.round
  JOIN survey.closing ON closing.round = round.id AND closing.closed_at <= :known_at
  JOIN survey.counted ON counted.round = round.id
 WHERE round.kind = 'YEARLY' AND closing.day BETWEEN :from_day AND :until_day

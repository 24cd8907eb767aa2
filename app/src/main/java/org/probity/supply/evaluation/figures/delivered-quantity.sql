-- What the goods receipts of the graded half-years add up to, whoever delivered.
SELECT coalesce(sum(delivery.quantity), 0) AS stated, 0::numeric AS other
  FROM evaluation.delivery
 WHERE delivery.recorded @> CAST(:known_at AS timestamptz)
   AND delivery.day BETWEEN :from_day AND :until_day
   AND EXISTS (SELECT FROM evaluation.round
                WHERE round.year = :year
                  AND round.given_at <= :known_at
                  AND round.half = CASE WHEN extract(month FROM delivery.day) <= 6 THEN 1 ELSE 2 END)

-- What each list says of itself.
SELECT coalesce(sum(payment.total), 0)::numeric(14, 2) AS stated, 0::numeric AS other
  FROM subsidy.payment
 WHERE (payment.made_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day AND payment.made_at <= :known_at

-- Finance states the sum of each file it hands over.
SELECT coalesce((SELECT sum(total) FROM education.paying_stated WHERE at <= :known_at AND day BETWEEN :from_day AND :until_day), 0)::numeric AS stated,
       0::numeric AS other

-- The log counts by itself what came in; its entries stay when what they bound is forgotten.
SELECT (SELECT count(*) FROM log.recorded WHERE class = '{class}' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       0::numeric AS other

-- The log counts keys by itself.
SELECT count(*)::numeric AS stated, 0::numeric AS other
  FROM log.recorded
 WHERE class = 'home.key' AND recorded_at <= :known_at AND day BETWEEN :from_day AND :until_day

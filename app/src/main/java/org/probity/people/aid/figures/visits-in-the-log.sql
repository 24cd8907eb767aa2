-- The log counts the visits of a year by itself and without gaps.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'aid.visited' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       0::numeric AS other

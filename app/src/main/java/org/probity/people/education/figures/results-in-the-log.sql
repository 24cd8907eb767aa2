-- The log counts the results of a year by itself.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'education.result' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       0::numeric AS other

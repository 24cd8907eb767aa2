-- The log counts the steps of corrective actions by itself and without gaps.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'casework.step' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       0::numeric AS other

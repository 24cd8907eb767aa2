-- The log counts the letters of a year by itself and without gaps.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'dialogue.letter' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       0::numeric AS other

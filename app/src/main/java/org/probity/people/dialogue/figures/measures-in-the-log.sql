-- The log counts what was promised for a year by itself: a measure's entry stands under the day it was promised for.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'dialogue.point.measure' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       0::numeric AS other

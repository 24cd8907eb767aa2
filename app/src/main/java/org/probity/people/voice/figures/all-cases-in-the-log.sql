-- The log counts the cases of a year by itself.
SELECT count(*)::numeric AS stated, 0::numeric AS other FROM log.recorded WHERE class = 'voice.case' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at

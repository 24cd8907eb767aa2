-- The log counts what was promised for a day of the year by itself.
SELECT count(*)::numeric AS stated, 0::numeric AS other FROM log.recorded WHERE class = 'community.thread.measure' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at

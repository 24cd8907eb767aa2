-- The log counts the moves of a year by itself, by their first day.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'career.moved' AND recorded_at <= :known_at
          AND day BETWEEN :from_day AND least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date))::numeric AS stated,
       0::numeric AS other

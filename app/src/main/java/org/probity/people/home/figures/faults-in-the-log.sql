-- The log counts faults by itself, each by the day on which it is due.
SELECT count(*)::numeric AS stated, 0::numeric AS other
  FROM log.recorded
 WHERE class = 'home.fault' AND recorded_at <= :known_at AND day BETWEEN :from_day AND least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date - 1)

-- The log counts by itself: bookings by the day they are for, and what was given back.
SELECT (count(*) FILTER (WHERE class = 'amenity.ride'))::numeric AS stated, (count(*) FILTER (WHERE class = 'amenity.ride-back'))::numeric AS other
  FROM log.recorded
 WHERE class IN ('amenity.ride', 'amenity.ride-back') AND recorded_at <= :known_at
   AND day BETWEEN :from_day AND least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)

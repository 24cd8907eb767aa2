-- Seats of rides over the days of the period that are not yet to come: in the timetable, and booked and not given back. One row a route with a ride.
--
-- Known edge: a ride that was taken out of the timetable after somebody had booked counts as booked and is in no offer.
WITH days AS (
    SELECT CAST(:from_day AS date) AS first, least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS last
), offered AS (
    SELECT it.owner, sum(it.seats) AS seats
      FROM days
     CROSS JOIN LATERAL amenity.offered(days.first, days.last, :known_at) AS it
     WHERE it.kind = 'RIDE'
     GROUP BY it.owner
), booked AS (
    SELECT ride.route AS owner, count(*) AS seats, jsonb_agg(jsonb_build_object('kind', 'amenity.booking', 'record', booking.record, 'class', 'signed') ORDER BY booking.number) AS evidence
      FROM days
      JOIN amenity.booking ON booking.from_at::date BETWEEN days.first AND days.last AND booking.kind = 'RIDE' AND booking.booked_at <= :known_at AND (booking.void_at IS NULL OR booking.void_at > :known_at)
      JOIN amenity.ride ON ride.id = booking.thing
     GROUP BY ride.route
)
SELECT route.id AS subject, route.code AS number, route.name_en, route.name_zh, NULL::text AS reason,
       jsonb_build_object('offered', coalesce(offered.seats, 0), 'booked', coalesce(booked.seats, 0)) AS inputs,
       '{}'::jsonb AS facts,
       coalesce(booked.evidence, '[]'::jsonb) AS evidence
  FROM amenity.route
  LEFT JOIN offered ON offered.owner = route.id
  LEFT JOIN booked ON booked.owner = route.id
 WHERE offered.owner IS NOT NULL OR booked.owner IS NOT NULL
 ORDER BY route.code

-- The log counts the incidents that were taken up in the year by itself and without gaps; those of other grounds than {grounds} are not ours.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'labour.incident-opened' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       (SELECT count(*) FROM labour.incidents_at(:known_at) AS incident
         WHERE incident.ground NOT IN ({grounds}) AND (incident.opened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day)::numeric AS other

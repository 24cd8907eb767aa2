-- The log counts visits by itself; some were to people who are not retired at the end of the period.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'retirement.visit' AND recorded_at <= :known_at AND day BETWEEN :from_day AND :until_day)::numeric AS stated,
       (SELECT count(*)
          FROM retirement.visit
         WHERE visit.day BETWEEN :from_day AND :until_day AND visit.said_at <= :known_at
           AND NOT EXISTS (SELECT FROM directory.engaged(:until_day, :known_at) AS engaged WHERE engaged.person = visit.person AND engaged.kind = 'RETIREE'))::numeric AS other

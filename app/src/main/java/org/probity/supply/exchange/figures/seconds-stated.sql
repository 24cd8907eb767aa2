-- What lists of trainings stated of colleagues when they were closed, the newest closing of each.
SELECT coalesce(sum(seconds), 0)::numeric AS stated, 0::numeric AS other
  FROM (SELECT DISTINCT ON (session) session, seconds
          FROM gathering.closing_stated
         WHERE kind = 'exchange.session'
           AND circle = 'staff'
           AND at <= :known_at
           AND (starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
         ORDER BY session, no DESC) AS newest

-- What lists of our own trainings stated when they were closed, the newest closing of each: kept by the list itself, apart from its lines.
SELECT coalesce(sum(stated.seconds), 0)::numeric AS stated, 0::numeric AS other
  FROM (SELECT DISTINCT ON (session) session, no
          FROM gathering.closing_known
         WHERE kind = 'learning.training'
           AND at <= :known_at
           AND (starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
         ORDER BY session, no DESC) AS newest
  JOIN gathering.closing_stated AS stated ON stated.session = newest.session AND stated.no = newest.no AND stated.circle = 'staff'

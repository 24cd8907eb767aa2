-- What lists of training for a qualification stated when they were closed, the newest closing of each.
SELECT coalesce(sum(stated.seconds), 0)::numeric AS stated, 0::numeric AS other
  FROM (SELECT DISTINCT ON (closing.session) closing.session, closing.no
          FROM gathering.closing_known AS closing
          JOIN learning.run ON run.occasion = closing.occasion
          JOIN learning.course ON course.id = run.course AND course.kind = 'QUALIFICATION'
         WHERE closing.at <= :known_at
           AND (closing.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
         ORDER BY closing.session, closing.no DESC) AS newest
  JOIN gathering.closing_stated AS stated ON stated.session = newest.session AND stated.no = newest.no AND stated.circle = 'staff'

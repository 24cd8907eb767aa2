-- What the files themselves added, and what was taken out one by one.
SELECT coalesce(sum(survey.beds), 0)::numeric AS stated,
       (SELECT count(*) FROM home.gone WHERE gone.from_day <= :until_day AND gone.gone_at <= :known_at)::numeric AS other
  FROM home.survey
 WHERE survey.from_day <= :until_day AND survey.brought_at <= :known_at

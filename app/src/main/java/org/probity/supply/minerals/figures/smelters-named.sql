-- Each accepted answer says how many tin smelters it names; those it names without an identification are no rows.
SELECT coalesce(sum(smelters), 0) AS stated, coalesce(sum(smelters - identified), 0) AS other
  FROM minerals.tin_answers(:year, least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at)

-- The register says how many relations go on; each of them should have been reviewed.
SELECT (SELECT count(*) FROM supplier.active(least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at))::numeric AS stated,
       0::numeric AS other

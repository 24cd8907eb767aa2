-- The register says how many relations went on at the end of the period, or go on today, as far as it knew then; each of them should have been reviewed.
SELECT (SELECT count(*)
          FROM supplier.active(least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date),
                               least(CAST(:known_at AS timestamptz), (CAST(:until_day AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')))::numeric AS stated,
       0::numeric AS other

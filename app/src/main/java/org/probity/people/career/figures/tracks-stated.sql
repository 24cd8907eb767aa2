-- Each edition states, as it is approved, how many tracks it adds to those that were there.
SELECT coalesce((SELECT sum(tracks) FROM career.approval
                  WHERE approved_at <= :known_at
                    AND from_day <= least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)), 0)::numeric AS stated,
       0::numeric AS other

-- Each judgement states, as it is made, by how many key positions there are more or less.
SELECT coalesce((SELECT sum(adds) FROM succession.judgement
                  WHERE at <= :known_at
                    AND day <= least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)), 0)::numeric AS stated,
       0::numeric AS other

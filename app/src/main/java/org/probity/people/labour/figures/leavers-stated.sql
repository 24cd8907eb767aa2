-- The return to the social insurance, or what else was stated as its source, says how many employees were signed off in the year.
SELECT coalesce((SELECT number FROM labour.stated WHERE what = 'LEAVERS' AND year = :year AND stated_at <= :known_at ORDER BY stated_at DESC LIMIT 1), 0)::numeric AS stated,
       0::numeric AS other

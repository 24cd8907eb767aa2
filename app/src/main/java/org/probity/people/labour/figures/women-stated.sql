-- The return to the social insurance, or what else was stated as its source, says how many of the employees at the end of the year are women.
SELECT coalesce((SELECT number FROM labour.stated WHERE what = 'WOMEN' AND year = :year AND stated_at <= :known_at ORDER BY stated_at DESC LIMIT 1), 0)::numeric AS stated,
       0::numeric AS other

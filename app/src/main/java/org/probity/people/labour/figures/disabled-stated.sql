-- The yearly review of employment of persons with disabilities, or what else was stated as its source, says how many it recognised.
SELECT coalesce((SELECT number FROM labour.stated WHERE what = 'DISABLED' AND year = :year AND stated_at <= :known_at ORDER BY stated_at DESC LIMIT 1), 0)::numeric AS stated,
       0::numeric AS other

-- What the public register of penalties, or what else was stated as its source, says of decisions against us in the year, annulled ones too.
SELECT coalesce((SELECT number FROM labour.stated WHERE what = 'BREACHES' AND year = :year AND stated_at <= :known_at ORDER BY stated_at DESC LIMIT 1), 0)::numeric AS stated,
       0::numeric AS other

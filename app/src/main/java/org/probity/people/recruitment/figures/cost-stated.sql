-- What finance said last of the year, from its own books.
SELECT coalesce((SELECT yuan FROM recruitment.cost_stated WHERE year = :year AND at <= :known_at ORDER BY at DESC LIMIT 1), 0)::numeric AS stated,
       0::numeric AS other

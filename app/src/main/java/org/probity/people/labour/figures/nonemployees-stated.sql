-- Lists and invoices of agencies and contractors, or what else was stated as its source, say how many people of theirs worked here at the end of the year.
SELECT coalesce((SELECT number FROM labour.stated WHERE what = 'NONEMPLOYEES' AND year = :year AND stated_at <= :known_at ORDER BY stated_at DESC LIMIT 1), 0)::numeric AS stated,
       0::numeric AS other

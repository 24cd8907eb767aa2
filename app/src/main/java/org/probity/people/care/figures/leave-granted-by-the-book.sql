-- What the book says was issued to accounts of the year, in hours.
SELECT (coalesce(sum(received.amount), 0) / 100.0)::numeric(14, 2) AS stated, 0::numeric AS other
  FROM book.received('leave', 'annual-' || :year, :known_at) AS received
 WHERE received.other_kind = 'issued'

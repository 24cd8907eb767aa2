-- What the book says lies in the fund at the end of the last day, by its moves alone, as known at a moment.
SELECT (book.held_as_known('aid', 'fund', :until_day, :known_at) / 100.0)::numeric(16, 2) AS stated, 0::numeric AS other

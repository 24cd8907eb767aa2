-- What the book says was put aside or paid at the end, less the same as the year began.
SELECT ((book.held_as_known('aid', 'agreed', :until_day, :known_at) + book.held_as_known('aid', 'paid', :until_day, :known_at)
         - book.held_as_known('aid', 'agreed', CAST(:from_day AS date) - 1, :known_at) - book.held_as_known('aid', 'paid', CAST(:from_day AS date) - 1, :known_at)) / 100.0)::numeric(16, 2) AS stated,
       0::numeric AS other

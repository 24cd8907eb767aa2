-- What the book's moves say lies in the fund at the end of a day, with what was let out, and not returned, after the last day whose payments are told.
SELECT ((book.held_as_known('aid', 'fund', :until_day, :known_at)
         + book.held_as_known('aid', 'agreed', :until_day, :known_at) + book.held_as_known('aid', 'paid', :until_day, :known_at)
         - book.held_as_known('aid', 'agreed', :let_out_until, :known_at) - book.held_as_known('aid', 'paid', :let_out_until, :known_at)) / 100.0)::numeric(16, 2)

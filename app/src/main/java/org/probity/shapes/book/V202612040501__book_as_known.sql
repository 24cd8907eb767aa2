-- For figures: what the accounts of a kind hold at the end of a day, by what had been posted at a moment.
CREATE FUNCTION book.held_as_known(of_book text, of_kind text, on_day date, known_at timestamptz)
RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(side.amount), 0)::bigint
      FROM book.account
      JOIN LATERAL (SELECT amount, entry, day FROM book.move WHERE to_account = account.id
                    UNION ALL
                    SELECT -amount, entry, day FROM book.move WHERE from_account = account.id) AS side ON side.day <= on_day
      JOIN book.entry ON entry.id = side.entry
      JOIN book.batch ON batch.no = entry.batch
     WHERE account.book = of_book AND account.kind = of_kind AND batch.at <= known_at
$$;

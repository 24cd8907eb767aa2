-- For other rooms: what accounts of a kind received of others, less what went back to them, as known at a moment.
CREATE FUNCTION book.received(of_book text, of_kind text, known_at timestamptz)
RETURNS TABLE (owner uuid, other_kind text, amount bigint)
LANGUAGE sql STABLE AS $$
    SELECT side.owner, side.other_kind, sum(side.amount)::bigint
      FROM (SELECT account.owner, other.kind AS other_kind, move.amount, move.entry
              FROM book.account
              JOIN book.move ON move.to_account = account.id
              JOIN book.account AS other ON other.id = move.from_account
             WHERE account.book = of_book AND account.kind = of_kind
            UNION ALL
            SELECT account.owner, other.kind, -move.amount, move.entry
              FROM book.account
              JOIN book.move ON move.from_account = account.id
              JOIN book.account AS other ON other.id = move.to_account
             WHERE account.book = of_book AND account.kind = of_kind) AS side
      JOIN book.entry ON entry.id = side.entry
      JOIN book.batch ON batch.no = entry.batch
     WHERE batch.at <= known_at
     GROUP BY side.owner, side.other_kind
$$;

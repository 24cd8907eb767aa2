-- How many moves a month had stands beside what they were, so that a statement of a year reads months and at most the shorter half of one at either end.
ALTER TABLE book.month ADD COLUMN moves bigint NOT NULL DEFAULT 0;
UPDATE book.month SET moves = counted.moves
  FROM (SELECT account, date_trunc('month', day)::date AS month, count(*) AS moves
          FROM (SELECT from_account AS account, day FROM book.move UNION ALL SELECT to_account, day FROM book.move) AS side
         GROUP BY 1, 2) AS counted
 WHERE month.account = counted.account AND month.month = counted.month;
ALTER TABLE book.month ALTER COLUMN moves DROP DEFAULT;

CREATE OR REPLACE FUNCTION book.moved()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    WITH side AS (
        SELECT from_account AS account, date_trunc('month', day)::date AS month, 0::bigint AS received, sum(amount)::bigint AS given, count(*) AS moves FROM added GROUP BY 1, 2
        UNION ALL
        SELECT to_account, date_trunc('month', day)::date, sum(amount)::bigint, 0::bigint, count(*) FROM added GROUP BY 1, 2
    ), summed AS (
        SELECT account, month, sum(received)::bigint AS received, sum(given)::bigint AS given, sum(moves)::bigint AS moves FROM side GROUP BY account, month ORDER BY account, month
    ), months AS (
        INSERT INTO book.month (account, month, received, given, moves) SELECT account, month, received, given, moves FROM summed
        ON CONFLICT ON CONSTRAINT month_pk DO UPDATE SET received = month.received + excluded.received, given = month.given + excluded.given, moves = month.moves + excluded.moves
    )
    UPDATE book.balance SET amount = balance.amount + of.amount
      FROM (SELECT account, sum(received - given)::bigint AS amount FROM summed GROUP BY account) AS of
     WHERE balance.account = of.account;
    IF EXISTS (SELECT FROM book.account JOIN book.balance ON balance.account = account.id
                WHERE account.id IN (SELECT from_account FROM added) AND balance.amount < account.least) THEN
        RAISE EXCEPTION 'an account would hold less than it may' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_least', SCHEMA = 'book', TABLE = 'move';
    END IF;
    RETURN NULL;
END
$$;

-- What an account received and gave, in how many moves, before a day began: whole months up to the nearest first of a month, and the moves between that and the day, added or taken off.
CREATE FUNCTION book.before(of_account uuid, on_day date)
RETURNS TABLE (received bigint, given bigint, moves bigint)
LANGUAGE sql STABLE AS $$
    WITH nearest AS (
        SELECT date_trunc('month', on_day + 15)::date AS first
    ), part AS (
        SELECT CASE WHEN first > on_day THEN -1 ELSE 1 END AS sign, came.amount AS came, went.amount AS went, came.moves + went.moves AS moves
          FROM nearest
         CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount, count(*) AS moves FROM book.move WHERE to_account = of_account AND day >= least(first, on_day) AND day < greatest(first, on_day)) AS came
         CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount, count(*) AS moves FROM book.move WHERE from_account = of_account AND day >= least(first, on_day) AND day < greatest(first, on_day)) AS went
    ), whole AS (
        SELECT coalesce(sum(month.received), 0) AS came, coalesce(sum(month.given), 0) AS went, coalesce(sum(month.moves), 0) AS moves
          FROM nearest LEFT JOIN book.month ON month.account = of_account AND month.month < nearest.first
    )
    SELECT (whole.came + part.sign * part.came)::bigint, (whole.went + part.sign * part.went)::bigint, (whole.moves + part.sign * part.moves)::bigint FROM whole CROSS JOIN part
$$;

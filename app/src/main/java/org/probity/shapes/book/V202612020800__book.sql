CREATE SCHEMA book;

-- A book of a room. Whoever posts holds its row with others, whoever closes a period holds it alone.
CREATE TABLE book.book (
    code text NOT NULL PRIMARY KEY,
    CONSTRAINT book_code CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$')
);

-- What is counted in it, and how many of the digits stand behind the point.
CREATE TABLE book.commodity (
    book   text     NOT NULL REFERENCES book.book,
    code   text     NOT NULL,
    places smallint NOT NULL,
    CONSTRAINT commodity_pk PRIMARY KEY (book, code),
    CONSTRAINT commodity_code CHECK (code ~ '^[A-Z][A-Z0-9-]{0,39}$'),
    CONSTRAINT commodity_places CHECK (places BETWEEN 0 AND 9)
);

CREATE TABLE book.account (
    id        uuid        NOT NULL PRIMARY KEY,
    book      text        NOT NULL,
    commodity text        NOT NULL,
    kind      text        NOT NULL,
    owner     uuid,                  -- whose it is; null: the book's own
    least     bigint,                -- what its balance never falls below; null: it issues, and may owe
    opened_at timestamptz NOT NULL,
    CONSTRAINT account_commodity FOREIGN KEY (book, commodity) REFERENCES book.commodity,
    CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (book, commodity, kind, owner),
    CONSTRAINT account_in_full UNIQUE (id, book, commodity),
    CONSTRAINT account_kind CHECK (kind ~ '^[a-z][a-z0-9-]{0,39}$')
);
CREATE INDEX account_by_owner ON book.account (owner);

CREATE SEQUENCE book.number;

-- What was posted together: one entry of the log, with the root over its moves.
CREATE TABLE book.batch (
    no     bigint      NOT NULL PRIMARY KEY,
    book   text        NOT NULL REFERENCES book.book,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    CONSTRAINT batch_in_book UNIQUE (no, book)
);
CREATE INDEX batch_by_book ON book.batch (book, no);

-- Moves that became true together, by one event of the room; an event is entered once.
CREATE TABLE book.entry (
    id          uuid   NOT NULL PRIMARY KEY,
    batch       bigint NOT NULL,
    no          int    NOT NULL,
    book        text   NOT NULL,
    day         date   NOT NULL,
    source_kind text   NOT NULL,
    source      uuid   NOT NULL,
    reverses    uuid,
    CONSTRAINT entry_in_batch FOREIGN KEY (batch, book) REFERENCES book.batch (no, book),
    CONSTRAINT entry_numbered UNIQUE (batch, no),
    CONSTRAINT entry_in_full UNIQUE (id, book, day),
    CONSTRAINT entry_of_event_once UNIQUE (book, source_kind, source),
    CONSTRAINT entry_of_book UNIQUE (id, book),
    CONSTRAINT entry_reverses FOREIGN KEY (reverses, book) REFERENCES book.entry (id, book),
    CONSTRAINT entry_reversed_once UNIQUE (reverses),
    CONSTRAINT entry_source_kind CHECK (source_kind ~ '^[a-z][a-z0-9.-]{0,59}$')
);

-- So much went from one account to another. That all accounts together hold nothing follows from the form of this row: there is no way to write the contrary.
CREATE TABLE book.move (
    entry        uuid     NOT NULL,
    no           int      NOT NULL,
    book         text     NOT NULL,
    day          date     NOT NULL,
    commodity    text     NOT NULL,
    from_account uuid     NOT NULL,
    to_account   uuid     NOT NULL,
    amount       bigint   NOT NULL,
    CONSTRAINT move_pk PRIMARY KEY (entry, no),
    CONSTRAINT move_of_entry FOREIGN KEY (entry, book, day) REFERENCES book.entry (id, book, day),
    CONSTRAINT move_from FOREIGN KEY (from_account, book, commodity) REFERENCES book.account (id, book, commodity),
    CONSTRAINT move_to FOREIGN KEY (to_account, book, commodity) REFERENCES book.account (id, book, commodity),
    CONSTRAINT move_gives CHECK (amount > 0),
    CONSTRAINT move_between_two CHECK (from_account <> to_account)
);
CREATE INDEX move_by_giver ON book.move (from_account, day, entry, no);
CREATE INDEX move_by_receiver ON book.move (to_account, day, entry, no);

-- Up to a day nothing is entered any more. What was posted before the closing stands, also when a backup is read back: hence the number and not the hour.
CREATE TABLE book.closing (
    book       text        NOT NULL REFERENCES book.book,
    until_day  date        NOT NULL,
    last_batch bigint      NOT NULL,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT closing_pk PRIMARY KEY (book, until_day)
);

-- What the moves say, added up: by account, and by account and month. Written by triggers alone; no foreign key, so that a backup can be read back around them.
CREATE TABLE book.balance (
    account uuid   NOT NULL PRIMARY KEY,
    amount  bigint NOT NULL
);
COMMENT ON TABLE book.balance IS 'Not in backups. The moves say it, and write it again as they are read back.';
CREATE TABLE book.month (
    account  uuid   NOT NULL,
    month    date   NOT NULL,
    received bigint NOT NULL,
    given    bigint NOT NULL,
    CONSTRAINT month_pk PRIMARY KEY (account, month)
);
COMMENT ON TABLE book.month IS 'Not in backups. The moves say it, and write it again as they are read back.';

CREATE FUNCTION book.opened()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO book.balance (account, amount) SELECT id, 0 FROM added ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER opened AFTER INSERT ON book.account REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book.opened();

CREATE FUNCTION book.moved()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    WITH side AS (
        SELECT from_account AS account, date_trunc('month', day)::date AS month, 0::bigint AS received, sum(amount)::bigint AS given FROM added GROUP BY 1, 2
        UNION ALL
        SELECT to_account, date_trunc('month', day)::date, sum(amount)::bigint, 0::bigint FROM added GROUP BY 1, 2
    ), summed AS (
        SELECT account, month, sum(received)::bigint AS received, sum(given)::bigint AS given FROM side GROUP BY account, month ORDER BY account, month
    ), months AS (
        INSERT INTO book.month (account, month, received, given) SELECT account, month, received, given FROM summed
        ON CONFLICT ON CONSTRAINT month_pk DO UPDATE SET received = month.received + excluded.received, given = month.given + excluded.given
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
CREATE TRIGGER moved AFTER INSERT ON book.move REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book.moved();

CREATE FUNCTION book.still_open()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added JOIN book.closing ON closing.book = added.book AND closing.until_day >= added.day AND closing.last_batch < added.batch) THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_in_open_period', SCHEMA = 'book', TABLE = 'entry';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER still_open AFTER INSERT ON book.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book.still_open();

-- As the transaction ends: an entry that reverses takes back what the other did, account for account.
CREATE FUNCTION book.taken_back()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT account FROM (SELECT from_account AS account, -amount AS amount FROM book.move WHERE entry IN (NEW.id, NEW.reverses)
                             UNION ALL SELECT to_account, amount FROM book.move WHERE entry IN (NEW.id, NEW.reverses)) AS side
         GROUP BY account HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'a reversal takes back what was entered' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_takes_back', SCHEMA = 'book', TABLE = 'entry';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER taken_back AFTER INSERT ON book.entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.reverses IS NOT NULL) EXECUTE FUNCTION book.taken_back();

CREATE FUNCTION book.stays()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was entered stays; another entry reverses it' USING ERRCODE = 'check_violation', CONSTRAINT = 'entered_stays', SCHEMA = 'book', TABLE = TG_TABLE_NAME;
END
$$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON book.entry FOR EACH STATEMENT EXECUTE FUNCTION book.stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON book.move FOR EACH STATEMENT EXECUTE FUNCTION book.stays();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON book.batch FOR EACH STATEMENT EXECUTE FUNCTION book.stays();

-- For other rooms: what accounts hold at the end of a day.
CREATE FUNCTION book.held(of_book text, on_day date)
RETURNS TABLE (account uuid, commodity text, kind text, owner uuid, amount bigint)
LANGUAGE sql STABLE AS $$
    SELECT account.id, account.commodity, account.kind, account.owner,
           (coalesce((SELECT sum(month.received - month.given) FROM book.month WHERE month.account = account.id AND month.month < date_trunc('month', on_day)::date), 0)
            + coalesce((SELECT sum(move.amount) FROM book.move WHERE move.to_account = account.id AND move.day BETWEEN date_trunc('month', on_day)::date AND on_day), 0)
            - coalesce((SELECT sum(move.amount) FROM book.move WHERE move.from_account = account.id AND move.day BETWEEN date_trunc('month', on_day)::date AND on_day), 0))::bigint
      FROM book.account
     WHERE account.book = of_book
$$;

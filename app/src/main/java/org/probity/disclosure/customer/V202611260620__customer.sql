CREATE SCHEMA customer;

CREATE TABLE customer.customer (
    id   uuid PRIMARY KEY,
    name text NOT NULL,
    CONSTRAINT customer_name_fits CHECK (char_length(name) <= 300),
    CONSTRAINT customer_named CHECK (name <> '')
);
CREATE UNIQUE INDEX customer_named_once ON customer.customer (lower(name));

-- Who may look for which customer, and until when. The highest number of an account is what holds; the others are its history.
CREATE TABLE customer.access (
    id        uuid        PRIMARY KEY,
    account   uuid        NOT NULL REFERENCES access.account,
    no        int         NOT NULL,
    customer  uuid        NOT NULL REFERENCES customer.customer,
    last_day  date        NOT NULL,
    agreed_by uuid        NOT NULL,
    agreed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT agreed_one_after_the_other UNIQUE (account, no),
    CONSTRAINT nobody_lets_themselves_in CHECK (account <> agreed_by)
);

-- The last day whose beginning was told to every room. One row; its lock keeps two nodes from telling the same day.
CREATE TABLE time.day (
    last_begun date    NOT NULL,
    only_one   boolean NOT NULL DEFAULT true,
    CONSTRAINT day_pk PRIMARY KEY (only_one),
    CONSTRAINT day_only_one CHECK (only_one)
);

-- How far a demo has travelled ahead of the real calendar. A real house has no row.
CREATE TABLE time.travel (
    days_ahead integer NOT NULL,
    only_one   boolean NOT NULL DEFAULT true,
    CONSTRAINT travel_pk PRIMARY KEY (only_one),
    CONSTRAINT travel_only_one CHECK (only_one),
    CONSTRAINT travel_forward CHECK (days_ahead >= 0)
);

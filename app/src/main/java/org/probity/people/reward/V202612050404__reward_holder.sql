-- Who holds something, from when until when, and never how much: for the share of people who hold units or stock.
CREATE TABLE reward.holder (
    source    uuid        NOT NULL, -- the giving or the granting
    person    uuid        NOT NULL REFERENCES directory.person,
    from_day  date        NOT NULL,
    until_day date        NOT NULL,
    said_at   timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT holder_pk PRIMARY KEY (source, person)
);
CREATE INDEX holder_by_person ON reward.holder (person);

INSERT INTO reward.holder (source, person, from_day, until_day, said_at, record)
SELECT given.giving, given.person, make_date(agreed.year, 1, 1), make_date(agreed.year + cardinality(string_to_array(plan.dividends, ',')) - 1, 12, 31), agreed.at, agreed.record
  FROM pay.unit_given AS given
  JOIN reward.unit_giving_agreed AS agreed ON agreed.giving = given.giving
  JOIN reward.unit_plan AS plan ON plan.id = agreed.plan;

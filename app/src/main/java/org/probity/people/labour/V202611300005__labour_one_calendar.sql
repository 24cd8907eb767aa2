-- One calendar for all rooms. What performance kept of its own is carried over where nobody loaded a file of that year; which days are paid threefold nobody said of it.
ALTER TABLE labour.calendar
    ALTER COLUMN loaded_by DROP NOT NULL,   -- null: came with the house
    ALTER COLUMN record DROP NOT NULL,
    ADD CONSTRAINT loaded_by_someone CHECK ((loaded_by IS NULL) = (record IS NULL));

WITH carried AS (
    INSERT INTO labour.calendar (id, country, year, source, loaded_at)
    SELECT gen_random_uuid(), 'CN', special.year, special.source,
           -- Where figures were told already nothing is known earlier than it came.
           CASE WHEN EXISTS (SELECT FROM log.record) THEN now() ELSE timestamptz '2024-01-01T00:00:00Z' END
      FROM (SELECT extract(year FROM day)::int AS year, min(source) AS source FROM performance.special_day GROUP BY 1) AS special
     WHERE NOT EXISTS (SELECT FROM labour.calendar AS told WHERE told.country = 'CN' AND told.year = special.year)
    RETURNING id, year
)
INSERT INTO labour.calendar_day (calendar, day, name, off, statutory)
SELECT carried.id, special.day, left(special.name, 100), special.rests, false
  FROM performance.special_day AS special
  JOIN carried ON carried.year = extract(year FROM special.day);
DROP TABLE performance.special_day;

-- For other rooms: days on which work rests or is made up beside Saturdays and Sundays, and the years of which a calendar is known.
CREATE VIEW labour.special_day AS
    SELECT DISTINCT ON (newest.country, named.day) newest.country, named.day, named.off AS rests, named.name
      FROM (SELECT DISTINCT ON (country, year) id, country, year FROM labour.calendar ORDER BY country, year, loaded_at DESC) AS newest
      JOIN labour.calendar_day AS named ON named.calendar = newest.id
     ORDER BY newest.country, named.day, newest.year <> extract(year FROM named.day);
CREATE VIEW labour.calendar_year AS
    SELECT DISTINCT country, year FROM labour.calendar;

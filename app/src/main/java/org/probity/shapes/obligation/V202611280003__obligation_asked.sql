-- What a year asks for is counted by state and by who owes it, forty thousand papers on each page of a campaign; all that is asked lies in the index.
CREATE INDEX obligation_asked ON obligation.obligation (kind, period, stands) INCLUDE (due_day, party, newest, id);
DROP INDEX obligation.obligation_of_period;

-- For other rooms: what is owed and where it stands, for lists and counts that ask no more of a step than its state. It is read from the index alone, which
-- PostgreSQL does not do for obligation.standing.
CREATE VIEW obligation.stands AS
    SELECT id, kind, party, period, due_day, stands AS state
      FROM obligation.obligation
     WHERE newest IS NOT NULL;

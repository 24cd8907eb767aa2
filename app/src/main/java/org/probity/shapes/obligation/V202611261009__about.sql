-- What a party owes several of in one period, such as the reading of rules, is told apart by what it is about.
ALTER TABLE obligation.obligation ADD COLUMN about uuid;
ALTER TABLE obligation.obligation DROP CONSTRAINT owed_once_a_period;
ALTER TABLE obligation.obligation ADD CONSTRAINT owed_once_a_period UNIQUE NULLS NOT DISTINCT (kind, period, party, about);
CREATE INDEX obligation_about ON obligation.obligation (about) WHERE about IS NOT NULL;

-- For other rooms.
CREATE VIEW obligation.about AS
    SELECT id, about FROM obligation.obligation WHERE about IS NOT NULL;

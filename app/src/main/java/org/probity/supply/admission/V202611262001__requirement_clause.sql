-- Which clause of ours asks for it, by its id: a clause keeps its id through the versions of its rule. Null where a house has no rules yet, and for
-- what came with the program.
ALTER TABLE admission.requirement ADD COLUMN by_clause uuid REFERENCES policy.clause;
ALTER TABLE admission.requirement_proposed ADD COLUMN by_clause uuid REFERENCES policy.clause;
CREATE INDEX requirement_by_clause ON admission.requirement (by_clause) WHERE by_clause IS NOT NULL;

-- The declarations that were open when a list was loaded, and what judging them by it came to. What is not judged yet is taken up again,
-- whatever interrupted it.
CREATE TABLE minerals.rejudged (
    list      uuid        NOT NULL REFERENCES minerals.smelter_list,
    paper     uuid        NOT NULL REFERENCES minerals.paper,
    judged_at timestamptz,
    reopened  boolean,
    PRIMARY KEY (list, paper),
    CONSTRAINT judged_with_outcome CHECK ((judged_at IS NULL) = (reopened IS NULL))
);
CREATE INDEX rejudged_not_yet ON minerals.rejudged (list) WHERE judged_at IS NULL;

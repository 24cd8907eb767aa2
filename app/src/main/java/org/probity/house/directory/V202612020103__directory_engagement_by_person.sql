-- Pages ask of fifty people how long they have been where they are.
CREATE INDEX engagement_by_person ON directory.engagement (person);

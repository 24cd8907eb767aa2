-- From what likeness on a list alerts, and what an open alert does to a clearance: said by two, from a day on. The list carries what holds now; what held before
-- stands here. Settings that were changed before this came were overwritten, and stand in the log alone: the first row is what was found.
CREATE TABLE screening.setting (
    id          uuid        PRIMARY KEY,
    list        uuid        NOT NULL REFERENCES screening.list,
    from_day    date        NOT NULL,
    bar         int         NOT NULL,
    verdict     text        NOT NULL,
    proposal    uuid        REFERENCES decision.proposal,   -- null: as the list was opened
    in_force_at timestamptz,                                -- null: waits for a second person, or for its day; or came to nothing
    record      uuid,
    CONSTRAINT setting_verdict CHECK (verdict IN ('NONE', 'WARN', 'STOP')),
    CONSTRAINT setting_bar CHECK (bar BETWEEN 600 AND 1000),
    CONSTRAINT setting_by_two CHECK (proposal IS NOT NULL OR in_force_at IS NOT NULL),
    CONSTRAINT setting_of_a_proposal UNIQUE (proposal)
);
CREATE INDEX setting_of_list ON screening.setting (list, from_day DESC);

INSERT INTO screening.setting (id, list, from_day, bar, verdict, in_force_at)
SELECT gen_random_uuid(), id, opened_at::date, bar, verdict, opened_at FROM screening.list;

-- Which departments must agree to a kind of paper, for papers that come from that day on. A change is a new row.
CREATE TABLE minerals.review_rule (
    kind        text   NOT NULL,
    from_day    date   NOT NULL,
    departments text[] NOT NULL,
    PRIMARY KEY (kind, from_day),
    CONSTRAINT departments_known CHECK (departments <@ ARRAY['SOURCING', 'QUALITY'] AND cardinality(departments) > 0)
);

INSERT INTO minerals.review_rule (kind, from_day, departments)
VALUES ('minerals.cmrt', '2000-01-01', ARRAY['SOURCING', 'QUALITY']),
       ('minerals.source-declaration', '2000-01-01', ARRAY['SOURCING', 'QUALITY']),
       ('minerals.self-declaration', '2000-01-01', ARRAY['SOURCING', 'QUALITY']),
       ('minerals.origin-certificate', '2000-01-01', ARRAY['SOURCING', 'QUALITY']);

CREATE FUNCTION minerals.departments(wanted text, on_day date)
RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT departments
      FROM minerals.review_rule
     WHERE kind = wanted
       AND from_day <= on_day
     ORDER BY from_day DESC
     LIMIT 1
$$;

-- What a department thinks of one paper. Nobody speaks for two departments about the same one.
CREATE TABLE minerals.opinion (
    paper       uuid        NOT NULL REFERENCES minerals.paper,
    department  text        NOT NULL,
    verdict     text        NOT NULL,
    reason      text        NOT NULL,
    valid_until date,                    -- until when it would hold, in this department's view
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL,
    PRIMARY KEY (paper, department),
    CONSTRAINT different_people UNIQUE (paper, by),
    CONSTRAINT verdict_known CHECK (verdict IN ('ACCEPT', 'SEND_BACK')),
    CONSTRAINT reason_given CHECK (reason <> ''),
    CONSTRAINT accepted_until CHECK (verdict <> 'ACCEPT' OR valid_until IS NOT NULL)
);

-- The departments whose word is still missing, each with the newest paper and since when it is their turn.
CREATE VIEW minerals.awaited AS
    SELECT standing.id AS obligation, standing.kind, standing.period, standing.party, standing.due_day, paper.id AS paper, asked.department,
           greatest(paper.received_at, spoken.at) AS since, spoken.at IS NOT NULL AS second
      FROM obligation.standing
      JOIN LATERAL (SELECT id, received_at
                      FROM minerals.paper
                     WHERE paper.obligation = standing.id
                     ORDER BY received_at DESC
                     LIMIT 1) AS paper ON true
     CROSS JOIN LATERAL unnest(minerals.departments(standing.kind, (paper.received_at AT TIME ZONE 'Asia/Shanghai')::date)) AS asked (department)
     CROSS JOIN LATERAL (SELECT max(at) AS at FROM minerals.opinion WHERE opinion.paper = paper.id) AS spoken
     WHERE standing.state = 'SENT_IN'
       AND standing.kind IN (SELECT kind FROM minerals.review_rule)
       AND NOT EXISTS (SELECT
                         FROM minerals.opinion
                        WHERE opinion.paper = paper.id
                          AND opinion.department = asked.department);

-- The second department is reminded once a day at most.
CREATE TABLE minerals.review_reminder (
    paper      uuid NOT NULL REFERENCES minerals.paper,
    department text NOT NULL,
    day        date NOT NULL,
    PRIMARY KEY (paper, department, day)
);

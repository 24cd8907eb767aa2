-- A workbook is kept before it is read. Until it is read nobody reviews it.
ALTER TABLE minerals.paper
    ADD COLUMN read_at       timestamptz,
    ADD COLUMN unreadable_en text,          -- as told that day; the words may be improved later
    ADD COLUMN unreadable_zh text;
UPDATE minerals.paper SET read_at = received_at;
CREATE INDEX paper_unread ON minerals.paper (received_at) WHERE read_at IS NULL;

-- What a finding compares with: another supplier's paper, which is for officers and never told to the supplier.
ALTER TABLE minerals.finding ADD COLUMN other uuid REFERENCES minerals.paper;

-- The departments whose word is still missing, each with the newest paper and since when it is their turn.
CREATE OR REPLACE VIEW minerals.awaited AS
    SELECT standing.id AS obligation, standing.kind, standing.period, standing.party, standing.due_day, paper.id AS paper, asked.department,
           greatest(paper.received_at, spoken.at) AS since, spoken.at IS NOT NULL AS second
      FROM obligation.standing
      JOIN LATERAL (SELECT id, received_at, read_at
                      FROM minerals.paper
                     WHERE paper.obligation = standing.id
                     ORDER BY received_at DESC
                     LIMIT 1) AS paper ON true
     CROSS JOIN LATERAL unnest(minerals.departments(standing.kind, (paper.received_at AT TIME ZONE 'Asia/Shanghai')::date)) AS asked (department)
     CROSS JOIN LATERAL (SELECT max(at) AS at FROM minerals.opinion WHERE opinion.paper = paper.id) AS spoken
     WHERE standing.state = 'SENT_IN'
       AND paper.read_at IS NOT NULL
       AND standing.kind IN (SELECT kind FROM minerals.review_rule)
       AND NOT EXISTS (SELECT
                         FROM minerals.opinion
                        WHERE opinion.paper = paper.id
                          AND opinion.department = asked.department);

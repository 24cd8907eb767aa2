-- Who has to speak is read from the rule where it is asked. PostgreSQL began a function anew for each paper that waits, and thousands wait: half a second on
-- the desk of whoever runs the campaign, and on every page of quality, whose menu counts them.
CREATE OR REPLACE VIEW minerals.awaited AS
    SELECT standing.id AS obligation, standing.kind, standing.period, standing.party, standing.due_day, paper.id AS paper, asked.department,
           greatest(paper.received_at, spoken.at) AS since, spoken.at IS NOT NULL AS second
      FROM obligation.standing
      JOIN LATERAL (SELECT id, received_at, read_at
                      FROM minerals.paper
                     WHERE paper.obligation = standing.id
                     ORDER BY received_at DESC
                     LIMIT 1) AS paper ON true
      JOIN LATERAL (SELECT departments
                      FROM minerals.review_rule
                     WHERE review_rule.kind = standing.kind
                       AND review_rule.from_day <= (paper.received_at AT TIME ZONE 'Asia/Shanghai')::date
                     ORDER BY from_day DESC
                     LIMIT 1) AS rule ON true
     CROSS JOIN LATERAL unnest(rule.departments) AS asked(department)
     CROSS JOIN LATERAL (SELECT max(opinion.at) AS at FROM minerals.opinion WHERE opinion.paper = paper.id) AS spoken
     WHERE standing.state = 'SENT_IN'
       AND standing.kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule))
       AND paper.read_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM minerals.opinion WHERE opinion.paper = paper.id AND opinion.department = asked.department);
DROP FUNCTION minerals.departments(text, date);

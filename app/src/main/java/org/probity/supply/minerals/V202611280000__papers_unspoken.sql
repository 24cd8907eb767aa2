-- An index of which departments have not spoken about which paper. It is counted in the menu on every page of theirs, and at 8,000 papers that wait, to
-- find the newest paper of each took 30 ms of those 80 that an empty page took. What it says follows from the facts alone (minerals.awaited_of_facts);
-- the transaction of a fact writes it anew for the obligations that the fact is about.
CREATE TABLE minerals.unspoken (
    paper      uuid        NOT NULL,
    department text        NOT NULL,
    obligation uuid        NOT NULL,
    since      timestamptz NOT NULL,
    spoken     uuid[]      NOT NULL,   -- who spoke for another department; none of them speaks for this one
    PRIMARY KEY (paper, department)
);
COMMENT ON TABLE minerals.unspoken IS 'Not in backups. Follows from steps, papers and opinions as they come in again.';
CREATE INDEX unspoken_by_department ON minerals.unspoken (department, paper) INCLUDE (spoken);
CREATE INDEX unspoken_by_obligation ON minerals.unspoken (obligation);

CREATE VIEW minerals.awaited_of_facts AS
    SELECT standing.id AS obligation, paper.id AS paper, asked.department, greatest(paper.received_at, spoken.at) AS since, spoken.by AS spoken
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
     CROSS JOIN LATERAL (SELECT max(opinion.at) AS at, coalesce(array_agg(opinion.by ORDER BY opinion.by), '{}') AS by
                           FROM minerals.opinion
                          WHERE opinion.paper = paper.id) AS spoken
     WHERE standing.state = 'SENT_IN'
       AND standing.kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule))
       AND paper.read_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM minerals.opinion WHERE opinion.paper = paper.id AND opinion.department = asked.department);

-- As before, with who spoke. What is said of the standing follows from the rest; it leads PostgreSQL to the few obligations that wait, among all that were met.
CREATE OR REPLACE VIEW minerals.awaited AS
    SELECT unspoken.obligation, standing.kind, standing.period, standing.party, standing.due_day, unspoken.paper, unspoken.department, unspoken.since,
           unspoken.spoken <> '{}' AS second, unspoken.spoken
      FROM minerals.unspoken
      JOIN obligation.standing ON standing.id = unspoken.obligation
     WHERE standing.state = 'SENT_IN'
       AND standing.kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule));

-- Facts about one obligation wait for each other, so that the later one finds what the earlier one wrote.
CREATE FUNCTION minerals.await_again(asked uuid[])
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM obligation.obligation WHERE id = ANY (asked) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM minerals.unspoken WHERE obligation = ANY (asked);
    INSERT INTO minerals.unspoken (paper, department, obligation, since, spoken)
    SELECT paper, department, obligation, since, spoken FROM minerals.awaited_of_facts WHERE obligation = ANY (asked);
END
$$;

CREATE FUNCTION minerals.fact_came()
RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    concerned uuid[];
BEGIN
    CASE TG_ARGV[0]
        WHEN 'step' THEN
            concerned := ARRAY(SELECT DISTINCT added.obligation
                                 FROM added
                                 JOIN obligation.obligation ON obligation.id = added.obligation
                                WHERE obligation.kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule)));
        WHEN 'paper' THEN
            concerned := ARRAY(SELECT DISTINCT added.obligation FROM added);
        WHEN 'opinion' THEN
            concerned := ARRAY(SELECT DISTINCT paper.obligation FROM added JOIN minerals.paper ON paper.id = added.paper);
        WHEN 'rule' THEN
            concerned := ARRAY(SELECT id FROM obligation.standing WHERE state = 'SENT_IN' AND kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule)));
            DELETE FROM minerals.unspoken WHERE obligation <> ALL (concerned);
    END CASE;
    IF cardinality(concerned) > 0 THEN
        PERFORM minerals.await_again(concerned);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION minerals.paper_was_read()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM minerals.await_again(ARRAY[OLD.obligation, NEW.obligation]);
    RETURN NULL;
END
$$;

-- PostgreSQL fires triggers of a table in the order of their names: this one reads what newest_step has written.
CREATE TRIGGER papers_unspoken AFTER INSERT ON obligation.step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('step');
CREATE TRIGGER unspoken AFTER INSERT ON minerals.paper REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('paper');
CREATE TRIGGER unspoken_read AFTER UPDATE OF obligation, received_at, read_at ON minerals.paper FOR EACH ROW EXECUTE FUNCTION minerals.paper_was_read();
CREATE TRIGGER unspoken AFTER INSERT ON minerals.opinion REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('opinion');
CREATE TRIGGER unspoken AFTER INSERT OR UPDATE OR DELETE ON minerals.review_rule FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('rule');

INSERT INTO minerals.unspoken (paper, department, obligation, since, spoken) SELECT paper, department, obligation, since, spoken FROM minerals.awaited_of_facts;

-- The search goes through the newest papers until it has enough.
CREATE INDEX paper_received ON minerals.paper (received_at DESC, id);
-- It also asks whose file has that name.
CREATE INDEX paper_evidence ON minerals.paper (evidence);

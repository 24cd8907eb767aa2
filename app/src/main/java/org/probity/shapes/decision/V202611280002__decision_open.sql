-- What waits for a second person is little beside what was ruled on over the years, and every page counts it. The rulings say it; this only finds it.
ALTER TABLE decision.proposal ADD COLUMN open boolean NOT NULL DEFAULT true;
UPDATE decision.proposal SET open = false WHERE id IN (SELECT proposal FROM decision.ruling);

CREATE FUNCTION decision.close()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE decision.proposal SET open = false FROM added WHERE proposal.id = added.proposal AND proposal.open;
    RETURN NULL;
END
$$;
CREATE TRIGGER close AFTER INSERT ON decision.ruling REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION decision.close();

CREATE INDEX proposal_open ON decision.proposal (matter, proposed_at) WHERE open;
CREATE INDEX proposal_about ON decision.proposal (subject, matter);

CREATE OR REPLACE VIEW decision.open AS
    SELECT proposal.id, proposal.matter, proposal.subject, proposal.proposed_by, proposal.proposed_at
      FROM decision.proposal
     WHERE proposal.open
       AND NOT EXISTS (SELECT FROM decision.ruling WHERE ruling.proposal = proposal.id);

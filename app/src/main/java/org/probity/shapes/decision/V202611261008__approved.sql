-- For other rooms: what two people agreed to, so that what a room counts can be held against it.
CREATE VIEW decision.approved AS
    SELECT proposal.id, proposal.matter, proposal.subject, ruling.ruled_at
      FROM decision.proposal
      JOIN decision.ruling ON ruling.proposal = proposal.id
     WHERE ruling.outcome = 'APPROVED';

-- For other rooms: what waits for a second person.
CREATE VIEW decision.open AS
    SELECT proposal.id, proposal.matter, proposal.subject, proposal.proposed_by, proposal.proposed_at
      FROM decision.proposal
     WHERE NOT EXISTS (SELECT FROM decision.ruling WHERE ruling.proposal = proposal.id);

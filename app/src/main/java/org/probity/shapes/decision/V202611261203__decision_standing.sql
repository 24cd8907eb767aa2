-- A proposal with its ruling, if there is one: for rooms that list their own things with what was decided about them.
CREATE VIEW decision.standing AS
SELECT proposal.id AS proposal, matter, subject, proposal.proposed_by, proposed_at, outcome, ruled_by, ruled_at, ruling.reason AS ruling_reason
  FROM decision.proposal
  LEFT JOIN decision.ruling ON ruling.proposal = proposal.id;

-- How many applied for a posting and came, for lists: from indexes, and from what is left of those that went.
ALTER TABLE recruitment.hired ADD COLUMN requisition uuid REFERENCES recruitment.requisition;
UPDATE recruitment.hired SET requisition = application.requisition FROM recruitment.application WHERE application.id = hired.application;
ALTER TABLE recruitment.hired ALTER COLUMN requisition SET NOT NULL;
CREATE INDEX hired_by_posting ON recruitment.hired (requisition);

CREATE FUNCTION recruitment.come(posting uuid)
RETURNS TABLE (applications bigint, hired bigint)
LANGUAGE sql STABLE AS $$
    SELECT (SELECT count(*) FROM recruitment.application WHERE application.requisition = posting) + coalesce(sum(anonymous.people) FILTER (WHERE anonymous.stage = 'APPLY'), 0),
           (SELECT count(*) FROM recruitment.hired WHERE hired.requisition = posting) + coalesce(sum(anonymous.people) FILTER (WHERE anonymous.stage = 'HIRE'), 0)
      FROM recruitment.anonymous
     WHERE anonymous.requisition = posting AND anonymous.stage IN ('APPLY', 'HIRE') AND anonymous.outcome = 'ON'
$$;

-- Those who are to be asked: a desk finds them without reading every application ever sent.
CREATE INDEX step_screened_on ON recruitment.step (application) WHERE stage = 'SCREEN' AND outcome = 'ON';

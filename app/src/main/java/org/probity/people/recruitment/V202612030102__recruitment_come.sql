-- How many applied for a posting and came, as before: applications from their sums, which a page of two hundred postings counted one by one for each.
CREATE INDEX fared_by_posting ON recruitment.fared (requisition, stage);

CREATE OR REPLACE FUNCTION recruitment.come(posting uuid)
RETURNS TABLE (applications bigint, hired bigint)
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT sum(fared.people) FROM recruitment.fared WHERE fared.requisition = posting AND fared.stage = 'APPLY'), 0)
               + coalesce(sum(anonymous.people) FILTER (WHERE anonymous.stage = 'APPLY'), 0),
           (SELECT count(*) FROM recruitment.hired WHERE hired.requisition = posting) + coalesce(sum(anonymous.people) FILTER (WHERE anonymous.stage = 'HIRE'), 0)
      FROM recruitment.anonymous
     WHERE anonymous.requisition = posting AND anonymous.stage IN ('APPLY', 'HIRE') AND anonymous.outcome = 'ON'
$$;

-- How one place stands: what is kept of it while that holds for the day asked, otherwise computed. A fact forgets what is kept in its own transaction, so
-- whoever asks after its commit hears of it. In a language of its own so that PostgreSQL plans, and prepares, the computing only where it happens.
CREATE FUNCTION admission.standing_of(wanted uuid, wanted_day date)
RETURNS TABLE (dossier uuid, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
    RETURN QUERY
    SELECT kept.dossier, kept.outcome, kept.from_day, kept.until_day, kept.missing, kept.suspension, kept.condition_due, kept.record
      FROM admission.kept
     WHERE kept.dossier = wanted
       AND wanted_day BETWEEN kept.of_day AND kept.good_until;
    IF NOT FOUND THEN
        RETURN QUERY
        SELECT standing.dossier, standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension,
               standing.condition_due, standing.record
          FROM admission.standing(wanted_day, 'infinity') AS standing
         WHERE standing.dossier = wanted;
    END IF;
END
$$;

-- A page of a supplier's portal asks of eleven proofs whether another took their place; each looked through all proofs of all suppliers.
CREATE INDEX proof_follows ON admission.proof (follows) WHERE follows IS NOT NULL;

-- Every place as it stands on a day, as known now, as before: what is kept of it, and computed where nothing is kept for that day. In the language in which
-- PostgreSQL sees through to what is kept, so that who asks for few places does not have all ten thousand handed over first. What is computed is
-- planned within standing_of, where it happens.
CREATE OR REPLACE FUNCTION admission.standing_now(wanted_day date)
RETURNS TABLE (dossier uuid, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
LANGUAGE sql STABLE ROWS 10000 AS $$
    SELECT kept.dossier, kept.outcome, kept.from_day, kept.until_day, kept.missing, kept.suspension, kept.condition_due, kept.record
      FROM admission.kept
     WHERE wanted_day BETWEEN kept.of_day AND kept.good_until
     UNION ALL
    SELECT standing.dossier, standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension, standing.condition_due, standing.record
      FROM admission.dossier AS place
     CROSS JOIN LATERAL admission.standing_of(place.id, wanted_day) AS standing
     WHERE NOT EXISTS (SELECT FROM admission.kept WHERE kept.dossier = place.id AND wanted_day BETWEEN kept.of_day AND kept.good_until)
$$;

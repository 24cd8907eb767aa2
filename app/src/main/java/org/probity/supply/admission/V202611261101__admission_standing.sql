-- What the departments concluded on each proof, as known at a moment: with everybody's word, or as soon as one refuses or asks.
CREATE FUNCTION admission.concluded(known timestamptz)
RETURNS TABLE (proof uuid, supplier uuid, leg text, conclusion text, on_day date, until_day date, condition_due date, at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT proof.id, proof.supplier, proof.leg, word.conclusion, word.on_day,
           least(word.valid_until, CASE WHEN condition_met.subject IS NULL THEN word.condition_due END),
           CASE WHEN condition_met.subject IS NULL THEN word.condition_due END,
           word.at, word.record
      FROM admission.proof
      JOIN LATERAL (SELECT CASE WHEN bool_or(conclusion = 'FAIL') THEN 'FAIL'
                                WHEN bool_or(conclusion = 'ASK') THEN 'ASK'
                                WHEN bool_or(conclusion = 'CONDITIONS') THEN 'CONDITIONS'
                                ELSE 'PASS' END AS conclusion,
                           count(*) AS spoken, max(on_day) AS on_day, min(valid_until) AS valid_until,
                           min(ruling.condition_due) AS condition_due, max(at) AS at,
                           (array_agg(record ORDER BY at DESC, role))[1] AS record
                      FROM admission.ruling
                     WHERE ruling.proof = proof.id
                       AND ruling.at <= known) AS word ON word.spoken > 0
      LEFT JOIN admission.condition_met ON condition_met.subject = proof.id AND condition_met.at <= known
     WHERE word.conclusion IN ('FAIL', 'ASK')
        OR word.spoken >= cardinality(admission.duty_of(proof.leg, proof.sent_on))
$$;

-- Proofs that were accepted and not withdrawn. Of a topic the newest conclusion counts alone: a record that was good is not good any more
-- when a later look refused it. A certificate that was refused takes nothing from another one that still holds.
CREATE FUNCTION admission.passing(known timestamptz)
RETURNS TABLE (proof uuid, supplier uuid, leg text, kind text, on_day date, until_day date, condition_due date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT it.proof, it.supplier, it.leg, leg.kind, it.on_day, it.until_day, it.condition_due, it.record
      FROM admission.concluded(known) AS it
      JOIN admission.leg ON leg.code = it.leg
     WHERE it.conclusion IN ('PASS', 'CONDITIONS')
       AND NOT EXISTS (SELECT FROM admission.withdrawn WHERE withdrawn.proof = it.proof AND withdrawn.at <= known)
       AND (leg.kind <> 'TOPIC'
            OR NOT EXISTS (SELECT FROM admission.concluded(known) AS later
                            WHERE later.supplier = it.supplier AND later.leg = it.leg AND later.conclusion <> 'ASK'
                              AND later.proof <> it.proof AND later.at > it.at))
$$;

-- Agreements with both signatures, from the second one on, until their end or until one side ended them.
CREATE FUNCTION admission.signed(known timestamptz)
RETURNS TABLE (agreement uuid, supplier uuid, leg text, from_day date, until_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT agreement.id, agreement.supplier, agreement.leg, countersigned.from_day,
           least(countersigned.until_day, (SELECT min(ended.until_day)
                                             FROM admission.agreement_step AS ended
                                            WHERE ended.agreement = agreement.id AND ended.act = 'ENDED' AND ended.at <= known)),
           countersigned.record
      FROM admission.agreement
      JOIN admission.agreement_step AS countersigned
        ON countersigned.agreement = agreement.id AND countersigned.act = 'COUNTERSIGNED' AND countersigned.at <= known
$$;

-- What a category needs on a day.
CREATE FUNCTION admission.required(wanted text, on_day date, known timestamptz)
RETURNS TABLE (leg text, kind text, place int, clause text)
LANGUAGE sql STABLE AS $$
    SELECT leg.code, leg.kind, leg.place, said.clause
      FROM admission.leg
      JOIN LATERAL (SELECT needed, clause
                      FROM admission.requirement
                     WHERE requirement.leg = leg.code
                       AND requirement.category IN ('*', wanted)
                       AND requirement.from_day <= on_day
                       AND requirement.said_at <= known
                     ORDER BY requirement.category = '*', requirement.from_day DESC, requirement.said_at DESC
                     LIMIT 1) AS said ON said.needed = 'REQUIRED'
     WHERE leg.kind <> 'LIST'
$$;

-- Whether on a day nobody is ordered from in this category without a place on the list.
CREATE FUNCTION admission.list_binds(wanted text, on_day date, known timestamptz)
RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT needed = 'REQUIRED'
                       FROM admission.requirement
                      WHERE leg = 'list'
                        AND category IN ('*', wanted)
                        AND from_day <= on_day
                        AND said_at <= known
                      ORDER BY category = '*', from_day DESC, said_at DESC
                      LIMIT 1), false)
$$;

-- The newest decision about a place on the list.
CREATE FUNCTION admission.entry(known timestamptz)
RETURNS TABLE (dossier uuid, motion uuid, outcome text, from_day date, until_day date, condition_due date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT dossier.id, newest.id, newest.outcome, newest.decided_on,
           least(newest.until_day, CASE WHEN condition_met.subject IS NULL THEN newest.condition_due END),
           CASE WHEN condition_met.subject IS NULL THEN newest.condition_due END,
           newest.record
      FROM admission.dossier
      JOIN LATERAL (SELECT motion.*, decided.decided_on, decided.record
                      FROM admission.motion
                      JOIN admission.decided ON decided.motion = motion.id AND decided.ruling = 'APPROVED' AND decided.decided_at <= known
                     WHERE motion.dossier = dossier.id
                     ORDER BY decided.decided_at DESC, motion.id
                     LIMIT 1) AS newest ON true
      LEFT JOIN admission.condition_met ON condition_met.subject = newest.id AND condition_met.at <= known
$$;

-- Each leg that each place on the list needs on a day, and the fact it stands on: the one that holds longest. A leg whose fact has ended
-- names it all the same, so that one sees what lapsed; until_day says whether it holds.
CREATE FUNCTION admission.legs(on_day date, known timestamptz)
RETURNS TABLE (dossier uuid, supplier uuid, category text, site uuid, leg text, kind text, place int, clause text,
               fact uuid, from_day date, until_day date, condition_due date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT dossier.id, dossier.supplier, dossier.category, dossier.site, needs.leg, needs.kind, needs.place, needs.clause,
           best.fact, best.from_day, best.until_day, best.condition_due, best.record
      FROM admission.dossier
     CROSS JOIN LATERAL admission.required(dossier.category, on_day, known) AS needs
      LEFT JOIN LATERAL (
               SELECT passing.proof AS fact, passing.on_day AS from_day, passing.until_day, passing.condition_due, passing.record
                 FROM admission.passing(known) AS passing
                WHERE needs.kind <> 'AGREEMENT'
                  AND passing.supplier = dossier.supplier
                  AND passing.leg = needs.leg
                  AND passing.on_day <= legs.on_day
                  AND (needs.kind = 'TOPIC'
                       OR NOT EXISTS (SELECT FROM admission.ruling
                                       WHERE ruling.proof = passing.proof
                                         AND ruling.at <= known
                                         AND NOT (dossier.site = ANY (ruling.sites) AND dossier.category = ANY (ruling.categories))))
                UNION ALL
               SELECT signed.agreement, signed.from_day, signed.until_day, NULL, signed.record
                 FROM admission.signed(known) AS signed
                WHERE needs.kind = 'AGREEMENT'
                  AND signed.supplier = dossier.supplier
                  AND signed.leg = needs.leg
                  AND signed.from_day <= legs.on_day
                ORDER BY until_day DESC, from_day DESC
                LIMIT 1) AS best ON true
     WHERE dossier.opened_at <= known
$$;

-- How each place stands on a day. until_day is the last day on which everything holds as it is known now; missing names the legs that do not.
CREATE FUNCTION admission.standing(on_day date, known timestamptz)
RETURNS TABLE (dossier uuid, supplier uuid, category text, site uuid, outcome text, from_day date, until_day date, missing text[],
               suspension uuid, condition_due date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT dossier.id, dossier.supplier, dossier.category, dossier.site, entry.outcome, entry.from_day,
           CASE WHEN entry.outcome = 'ADMIT' THEN least(entry.until_day, held.until_day) END,
           held.missing
               || CASE WHEN entry.outcome = 'ADMIT' AND entry.until_day < standing.on_day THEN ARRAY['decision'] ELSE '{}' END,
           stopped.id, least(entry.condition_due, held.condition_due), entry.record
      FROM admission.dossier
      LEFT JOIN admission.entry(known) AS entry ON entry.dossier = dossier.id
     CROSS JOIN LATERAL (SELECT min(legs.until_day) AS until_day, min(legs.condition_due) AS condition_due,
                                coalesce(array_agg(legs.leg ORDER BY legs.place)
                                             FILTER (WHERE legs.until_day IS NULL OR legs.until_day < standing.on_day), '{}') AS missing
                           FROM admission.legs(on_day, known) AS legs
                          WHERE legs.dossier = dossier.id) AS held
      LEFT JOIN LATERAL (SELECT suspension.id
                           FROM admission.suspension
                          WHERE suspension.dossier = dossier.id
                            AND suspension.at <= known
                            AND NOT EXISTS (SELECT FROM admission.suspension_lifted AS lifted
                                             WHERE lifted.suspension = suspension.id AND lifted.at <= known)
                          ORDER BY suspension.at
                          LIMIT 1) AS stopped ON true
     WHERE dossier.opened_at <= known
$$;

-- The qualified list of a day, as known at a moment. Nobody writes it: it follows from dated facts.
CREATE FUNCTION admission.qualified(on_day date, known timestamptz)
RETURNS TABLE (supplier uuid, category text, site uuid, from_day date, until_day date, condition_due date, dossier uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT supplier, category, site, from_day, until_day, condition_due, dossier, record
      FROM admission.standing(on_day, known)
     WHERE outcome = 'ADMIT'
       AND from_day <= on_day
       AND missing = '{}'
       AND suspension IS NULL
$$;

-- Which materials are certified on a day, and for what.
CREATE FUNCTION admission.certified_material(on_day date, known timestamptz)
RETURNS TABLE (supplier uuid, material uuid, category text, site uuid, until_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT passing.supplier, sample.material, sample.category, proof_site.site, passing.until_day, passing.record
      FROM admission.passing(known) AS passing
      JOIN admission.sample ON sample.proof = passing.proof
      JOIN admission.proof_site ON proof_site.proof = passing.proof
     WHERE on_day BETWEEN passing.on_day AND passing.until_day
$$;

-- What waits for a department: a proof that it has not spoken about, that nobody refused or asked back, and that nothing newer replaced.
CREATE VIEW admission.awaited AS
    SELECT proof.id AS proof, proof.supplier, proof.leg, proof.sent_at, proof.sent_on, role
      FROM admission.proof
     CROSS JOIN LATERAL unnest(admission.duty_of(proof.leg, proof.sent_on)) AS role
     WHERE NOT EXISTS (SELECT FROM admission.ruling WHERE ruling.proof = proof.id AND (ruling.role = role.role OR conclusion IN ('FAIL', 'ASK')))
       AND NOT EXISTS (SELECT FROM admission.proof AS later WHERE later.follows = proof.id);

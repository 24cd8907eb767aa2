-- Newcomers admitted: suppliers whose first dossier was opened in the period, how far each has come, and whether it reached the qualified list.
--
-- Counted: suppliers whose first dossier was opened in the period, and from whom nothing had come by then.
-- Stage: 1 invited; 2 a proof came; 3 a department has spoken; 4 every leg of one place holds; 5 proposed; 6 admitted by two. The furthest of all
-- places counts, as known now: a newcomer of December may be admitted in January.
-- Met: stage 6.
-- Left out: suppliers from whom something had come before, or of whom an earlier dossier exists: they ask for a further place, or are certified anew.
-- Known edge: who was admitted and lost a leg since stays at 6: the way was gone to its end.
WITH opened AS (
    SELECT supplier, count(*) AS places, min(opened_on) AS day
      FROM admission.dossier
     WHERE opened_on BETWEEN :from_day AND :until_day
       AND opened_at <= :known_at
     GROUP BY supplier
), before AS (
    SELECT opened.supplier
      FROM opened
      LEFT JOIN supplier.received(DATE '1900-01-01', :until_day, :known_at) AS received ON received.supplier = opened.supplier
     WHERE received.first_day < opened.day
        OR EXISTS (SELECT FROM admission.dossier WHERE dossier.supplier = opened.supplier AND dossier.opened_on < :from_day AND dossier.opened_at <= :known_at)
), far AS (
    SELECT opened.supplier,
           CASE WHEN admitted.record IS NOT NULL THEN 6
                WHEN EXISTS (SELECT FROM admission.motion
                               JOIN admission.dossier ON dossier.id = motion.dossier
                               JOIN decision.proposal ON proposal.id = motion.id
                              WHERE dossier.supplier = opened.supplier AND proposal.proposed_at <= :known_at) THEN 5
                WHEN EXISTS (SELECT FROM admission.legs(least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at) AS legs
                              WHERE legs.supplier = opened.supplier
                              GROUP BY legs.dossier
                             HAVING bool_and(coalesce(legs.until_day >= least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date), false))) THEN 4
                WHEN EXISTS (SELECT FROM admission.concluded(:known_at) AS concluded WHERE concluded.supplier = opened.supplier) THEN 3
                WHEN EXISTS (SELECT FROM admission.proof WHERE proof.supplier = opened.supplier AND proof.sent_at <= :known_at) THEN 2
                ELSE 1 END AS stage,
           admitted.record
      FROM opened
      LEFT JOIN LATERAL (SELECT decided.record
                           FROM admission.decided
                           JOIN admission.motion ON motion.id = decided.motion AND motion.outcome = 'ADMIT'
                           JOIN admission.dossier ON dossier.id = motion.dossier
                          WHERE dossier.supplier = opened.supplier
                            AND decided.ruling = 'APPROVED'
                            AND decided.decided_at <= :known_at
                          ORDER BY decided.decided_at
                          LIMIT 1) AS admitted ON true
)
SELECT opened.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN before.supplier IS NOT NULL THEN 'admission.figure.not-new' END AS reason,
       jsonb_build_object('met', CASE WHEN far.stage = 6 THEN 1 ELSE 0 END, 'stage', far.stage, 'places', opened.places) AS inputs,
       jsonb_build_object('admission.way', jsonb_build_object('opened', opened.day, 'category', name.category)) AS facts,
       CASE WHEN far.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'admission.decided', 'record', far.record, 'class', 'signed')) END AS evidence
  FROM opened
  JOIN far ON far.supplier = opened.supplier
  LEFT JOIN before ON before.supplier = opened.supplier
  JOIN supplier.name AS name ON name.id = opened.supplier
 ORDER BY opened.supplier

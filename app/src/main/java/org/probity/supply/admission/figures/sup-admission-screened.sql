-- New suppliers screened on environmental criteria (GRI 308-1-a), or on social ones (GRI 414-1-a): the same question about other topics.
--
-- Counted: suppliers whose first delivery ever, or whose first admission, lies in the period.
-- Met: a department concluded on each of these topics by the end of the period, and before the first delivery when there was one. For 308-1
-- the environmental record; for 414-1 labour, anti-corruption and legal disputes.
-- Screened is not passed: who was refused was screened too.
-- Left out: suppliers that delivered in the period and are not new.
-- Known edge: a supplier that delivered before its ledger was brought in counts as new in the first year we hold a ledger of.
WITH delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), first AS (
    SELECT supplier, first_day FROM supplier.received(DATE '1900-01-01', :until_day, :known_at)
), admitted AS (
    SELECT dossier.supplier, min(decided.decided_on) AS day
      FROM admission.decided
      JOIN admission.motion ON motion.id = decided.motion AND motion.outcome = 'ADMIT'
      JOIN admission.dossier ON dossier.id = motion.dossier
     WHERE decided.ruling = 'APPROVED'
       AND decided.decided_at <= :known_at
     GROUP BY dossier.supplier
), new AS (
    SELECT name.id AS supplier, first.first_day
      FROM supplier.name AS name
      LEFT JOIN first ON first.supplier = name.id
      LEFT JOIN admitted ON admitted.supplier = name.id
     WHERE least(first.first_day, admitted.day) BETWEEN :from_day AND :until_day
), screened AS (
    SELECT new.supplier, count(DISTINCT it.leg) AS topics,
           jsonb_object_agg(it.leg, jsonb_build_object('conclusion', it.conclusion, 'day', it.on_day)) AS facts,
           jsonb_agg(jsonb_build_object('kind', 'admission.' || it.leg, 'record', it.record, 'class', 'statement') ORDER BY it.leg) AS evidence
      FROM new
      JOIN LATERAL (SELECT DISTINCT ON (leg) leg, conclusion, on_day, record
                      FROM admission.concluded(:known_at) AS concluded
                     WHERE concluded.supplier = new.supplier
                       AND concluded.leg IN (:topics)
                       AND concluded.conclusion <> 'ASK'
                       AND concluded.on_day <= least(new.first_day, :until_day)
                     ORDER BY leg, concluded.at DESC) AS it ON true
     GROUP BY new.supplier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN new.supplier IS NULL THEN 'admission.figure.not-new' END AS reason,
       jsonb_build_object('met', CASE WHEN screened.topics = :many THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       coalesce(screened.facts, '{}') AS facts,
       coalesce(screened.evidence, '[]') AS evidence
  FROM supplier.name AS name
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN new ON new.supplier = name.id
  LEFT JOIN screened ON screened.supplier = name.id
 WHERE (new.supplier IS NOT NULL OR delivered.supplier IS NOT NULL)
   AND name.now = name.id
 ORDER BY name.id

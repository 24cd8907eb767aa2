-- Decisions of authorities and courts in the year that a law about work was broken here.
--
-- Counted: each decision of the period that legal affairs entered, by the moment the figure is asked of, with its fine in yuan. Left out: what was annulled by then.
-- Known edge: a decision counts in the year of its day, also when it was entered later; what our own checks found is no decision and stands elsewhere.
SELECT breach.id AS subject, breach.number, breach.authority AS name_en, breach.authority AS name_zh,
       CASE WHEN annulled.breach IS NOT NULL THEN 'labour.figure.annulled' END AS reason,
       jsonb_build_object('counted', CASE WHEN annulled.breach IS NULL THEN 1 ELSE 0 END, 'entered', 1) AS inputs,
       jsonb_build_object('labour.decided', breach.decided_on, 'labour.law', breach.law, 'labour.fine', breach.fine) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'labour.breach', 'record', breach.record, 'class', 'third-party')) AS evidence
  FROM labour.breach
  LEFT JOIN labour.breach_annulled AS annulled ON annulled.breach = breach.id AND annulled.at <= :known_at
 WHERE breach.decided_on BETWEEN :from_day AND :until_day
   AND breach.entered_at <= :known_at
 ORDER BY breach.id

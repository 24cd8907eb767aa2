-- What was paid to support studies, in yuan and fen: one row an instalment that finance paid in the year, for a proof that somebody brought.
--
-- Known edge: what was proven and not yet paid counts in the year in which it is paid.
SELECT payment.proof AS subject, application.number || '/' || proof.no AS number, programme.title_en AS name_en, programme.title_zh AS name_zh, NULL::text AS reason,
       jsonb_build_object('yuan', payment.amount::text) AS inputs,
       jsonb_build_object('paid_on', payment.paid_on, 'kind', programme.kind) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'education.instalment', 'record', payment.record, 'class', 'statement')) AS evidence
  FROM education.payment
  JOIN education.proof ON proof.id = payment.proof
  JOIN education.application ON application.id = proof.application
  JOIN education.programme ON programme.id = application.programme
 WHERE payment.at <= :known_at
   AND payment.paid_on BETWEEN :from_day AND :until_day
 ORDER BY payment.proof

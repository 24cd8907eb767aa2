-- Claims in lists for payroll that were made in the period, with what was agreed.
SELECT claim.id AS subject, claim.number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, NULL::text AS reason,
       jsonb_build_object('paid', line.amount::text) AS inputs,
       jsonb_build_object('scheme', scheme.code, 'kind', scheme.kind) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'subsidy.answered', 'record', answer.record, 'class', 'signed'), jsonb_build_object('kind', 'subsidy.payment', 'record', payment.record, 'class', 'signed')) AS evidence
  FROM subsidy.line
  JOIN subsidy.payment ON payment.id = line.payment
  JOIN subsidy.claim ON claim.id = line.claim
  JOIN subsidy.scheme ON scheme.id = claim.scheme
  JOIN subsidy.answer ON answer.claim = claim.id
  LEFT JOIN directory.name ON name.id = claim.person
 WHERE (payment.made_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day AND payment.made_at <= :known_at
 ORDER BY claim.number

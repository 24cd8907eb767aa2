-- Suppliers bound by the code of conduct: who acknowledged the version in force at the end of the period, or today while it runs.
--
-- Counted: suppliers registered by then whose relation had not ended before.
-- Met: for each code of conduct of the supply chain in force that day, an acknowledgement of that very version that still holds. An acknowledgement
-- that was let go, or that ran out before, does not count; without any code in force nobody has met it.
-- Left out: suppliers whose relation had ended. A record that was merged into another is no row: it is that one.
-- Known edge: a version that came into force in the last days of a period counts as soon as it is in force, though suppliers still have days to read it.
WITH day AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), code AS (
    SELECT in_force.version
      FROM day, policy.in_force(day.day, :known_at) AS in_force
     WHERE in_force.kind = 'CODE_OF_CONDUCT' AND in_force.area = 'SUPPLY'
), reading AS (
    SELECT acknowledged.party, acknowledged.version, acknowledged.record, acknowledged.valid_until, (acknowledged.at AT TIME ZONE 'Asia/Shanghai')::date AS on_day
      FROM policy.acknowledged(:known_at) AS acknowledged
      JOIN code ON code.version = acknowledged.version
      CROSS JOIN day
     WHERE acknowledged.state = 'MET' AND acknowledged.valid_until >= day.day
), done AS (
    SELECT party, count(DISTINCT version) AS codes, max(on_day) AS on_day,
           jsonb_agg(jsonb_build_object('kind', 'policy.acknowledge', 'record', record, 'class', 'signed') ORDER BY record) AS evidence
      FROM reading
     GROUP BY party
), delivered AS (
    SELECT receipt.supplier, sum(receipt.kilograms) AS kilograms
      FROM supplier.receipt
      JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= :known_at
     WHERE receipt.day BETWEEN :from_day AND :until_day
     GROUP BY receipt.supplier
)
SELECT supplier.id AS subject,
       supplier.number, supplier.name_en, supplier.name_zh,
       CASE WHEN EXISTS (SELECT FROM supplier.ending
                          WHERE ending.supplier = supplier.id AND ending.last_day < day.day AND ending.ended_at <= :known_at
                            AND (ending.resumed_at IS NULL OR ending.resumed_at > :known_at)) THEN 'supplier.ended-before' END AS reason,
       jsonb_build_object('met', CASE WHEN done.codes = (SELECT count(*) FROM code) THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       jsonb_build_object('acknowledged', coalesce(done.on_day::text, '')) AS facts,
       coalesce(done.evidence, '[]') AS evidence
  FROM supplier.supplier
 CROSS JOIN day
  LEFT JOIN done ON done.party = supplier.id
  LEFT JOIN delivered ON delivered.supplier = supplier.id
 WHERE supplier.registered_at <= :known_at
   AND supplier.merged_into IS NULL
   AND (supplier.registered_at AT TIME ZONE 'Asia/Shanghai')::date <= day.day
 ORDER BY supplier.id

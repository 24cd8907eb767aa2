-- Active suppliers: who delivered in the period, by category, country and what of the mass came from them.
--
-- Counted: suppliers with at least one goods receipt in the period. All stand in the first tier: they deliver to us and are paid by us.
-- Left out: suppliers of the register from whom nothing came, so that the whole register can be seen behind the number.
-- Known edge: the ledger states masses and no money, so the share of mass stands where others show the share of spend. Suppliers who only
-- render services deliver no mass and are not counted.
WITH delivered AS (
    SELECT supplier, kilograms, first_day, last_day FROM supplier.received(:from_day, :until_day, :known_at)
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN delivered.supplier IS NULL THEN 'supplier.no-delivery' END AS reason,
       jsonb_build_object('counted', 1, 'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       jsonb_strip_nulls(jsonb_build_object('supplier.base', jsonb_build_object('category', name.category, 'country', name.country, 'tier', '1',
                                                                               'first', delivered.first_day, 'last', delivered.last_day))) AS facts,
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'supplier.ledger', 'record', ledger.record, 'class', 'statement') ORDER BY ledger.recorded_at)
                   FROM supplier.ledger
                  WHERE delivered.supplier IS NOT NULL
                    AND ledger.recorded_at <= :known_at
                    AND EXISTS (SELECT FROM supplier.receipt
                                 WHERE receipt.ledger = ledger.id
                                   AND receipt.supplier = name.id
                                   AND receipt.day BETWEEN :from_day AND :until_day)), '[]') AS evidence
  FROM supplier.name AS name
  JOIN supplier.supplier ON supplier.id = name.id
  LEFT JOIN delivered ON delivered.supplier = name.id
 WHERE delivered.supplier IS NOT NULL
    OR (supplier.registered_at <= :known_at AND (supplier.registered_at AT TIME ZONE 'Asia/Shanghai')::date <= :until_day)
 ORDER BY name.id

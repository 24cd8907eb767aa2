-- Key suppliers and whether somebody of ours was there in the year: an audit whose last day lies in the period and whose report holds.
--
-- Counted: suppliers whose points reach the published threshold at the end of the period, or today while it runs: share of their category in the
-- goods-receipt ledger of the twelve months before, category, tin. Points that depend on audits do not make a key supplier.
-- Left out: suppliers that delivered and are no key suppliers.
-- Known edge: a supplier that became key in December is counted for the whole year. The ledger states masses and no money, so the share of mass
-- within a category stands for the share of spend.
WITH delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), key AS (
    SELECT supplier, points FROM audit.key_suppliers(least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at)
), listed AS (
    SELECT supplier FROM delivered
     UNION
    SELECT supplier FROM key
), audited AS (
    SELECT DISTINCT ON (supplier) supplier, number, pack, until_day, findings, record
      FROM audit.standing_at(:known_at)
     WHERE state = 'REPORTED'
       AND until_day BETWEEN :from_day AND :until_day
     ORDER BY supplier, until_day DESC, number DESC
)
SELECT listed.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN key.supplier IS NULL THEN 'audit.no-key-supplier' END AS reason,
       jsonb_build_object('met', CASE WHEN audited.supplier IS NULL THEN 0 ELSE 1 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       jsonb_strip_nulls(jsonb_build_object('points', key.points, 'pack', audited.pack, 'last_day', audited.until_day, 'findings', audited.findings)) AS facts,
       CASE WHEN audited.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'audit.report', 'record', audited.record, 'class', 'signed')) END AS evidence
  FROM listed
  JOIN supplier.name ON name.id = listed.supplier
  LEFT JOIN delivered ON delivered.supplier = listed.supplier
  LEFT JOIN key ON key.supplier = listed.supplier
  LEFT JOIN audited ON audited.supplier = listed.supplier
 ORDER BY listed.supplier

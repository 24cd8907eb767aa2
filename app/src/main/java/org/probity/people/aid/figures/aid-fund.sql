-- The aid fund in a year: what was in it as the year began, what came in by month and band, what the company and others gave, what was let out for somebody, what came back; one row an entry. Of a payment the quarter is told and no day.
--
-- Known edge: what was put aside for somebody has left the fund, also where it is not yet paid. A band that few gave stands with others of the month. The balance at the beginning is added from the same records.
WITH entry AS (
    SELECT part.id, collected.day, 'given' AS what, 'given-' || lower(part.band) AS kind, part.amount, collected.record, collected.collected_at AS at, 'statement' AS class
      FROM aid.part JOIN aid.collected ON collected.run = part.run
    UNION ALL
    SELECT gift.id, gift.day, 'gift', lower(gift.kind), gift.amount, gift.record, gift.said_at, 'statement' FROM aid.gift
    UNION ALL
    SELECT payout.id, payout.day, 'payout', lower(payout.kind), -payout.amount, payout.record, payout.at, 'signed' FROM aid.payout
    UNION ALL
    SELECT returned.id, returned.day, 'returned', 'returned', returned.amount, returned.record, returned.at, 'statement' FROM aid.returned
), known AS (
    SELECT id, day, what, kind, amount, record, class FROM entry WHERE at <= :known_at AND day <= :until_day
), row AS (
    SELECT md5('aid-opening-' || :year)::uuid AS id, CAST(:from_day AS date) AS day, 'opening' AS what, 'opening' AS kind, sum(amount)::bigint AS amount, NULL::uuid AS record, 'statement' AS class
      FROM known WHERE day < :from_day
    HAVING count(*) > 0
    UNION ALL
    SELECT id, day, what, kind, amount, record, class FROM known WHERE day >= :from_day
)
SELECT row.id AS subject, told.period || ' ' || row.kind AS number, told.period || ' ' || row.kind AS name_en, told.period || ' ' || row.kind AS name_zh,
       NULL::text AS reason,
       jsonb_build_object('yuan', (row.amount / 100.0)::numeric(16, 2)::text) AS inputs,
       jsonb_build_object('period', told.period, 'what', row.what, 'kind', row.kind) AS facts,
       CASE WHEN row.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'aid.evidence.' || row.what, 'record', row.record, 'class', row.class)) END AS evidence
  FROM row
 CROSS JOIN LATERAL (SELECT to_char(row.day, CASE WHEN row.what IN ('payout', 'returned') THEN 'YYYY "Q"Q' ELSE 'YYYY-MM' END) AS period) AS told
 ORDER BY row.id

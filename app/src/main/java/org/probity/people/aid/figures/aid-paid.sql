-- What the fund let out for people in a year, less what came back: one row a payment or return.
--
-- Known edge: what was put aside counts on the day of the decision or of the second signature, also where it is paid later. What came back counts in the year in which it came.
WITH entry AS (
    SELECT payout.id, payout.day, lower(payout.kind) AS kind, payout.amount, payout.record, payout.at, 'signed' AS class, 'payout' AS what FROM aid.payout
    UNION ALL
    SELECT returned.id, returned.day, 'returned', -returned.amount, returned.record, returned.at, 'statement', 'returned' FROM aid.returned
)
SELECT entry.id AS subject, to_char(entry.day, 'YYYY "Q"Q') || ' ' || entry.kind AS number, to_char(entry.day, 'YYYY "Q"Q') || ' ' || entry.kind AS name_en, to_char(entry.day, 'YYYY "Q"Q') || ' ' || entry.kind AS name_zh,
       NULL::text AS reason,
       jsonb_build_object('yuan', (entry.amount / 100.0)::numeric(16, 2)::text) AS inputs,
       jsonb_build_object('kind', entry.kind) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'aid.evidence.' || entry.what, 'record', entry.record, 'class', entry.class)) AS evidence
  FROM entry
 WHERE entry.day BETWEEN :from_day AND :until_day AND entry.at <= :known_at
 ORDER BY entry.id

-- Suppliers barred: bans that two people decided in the year, by supplier; a supplier barred twice counts twice.
--
-- Counted: every ban, also one that was lifted later or was over within the year. The ground stands among the facts.
-- Left out: nothing. An urgent stop is no ban, and neither is a proposal.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('bans', count(*)) AS inputs,
       jsonb_build_object('blacklist.grounds', jsonb_object_agg(matter.ground, CASE WHEN ban.until_day IS NULL THEN 'for good' ELSE ban.until_day::text END)) AS facts,
       jsonb_agg(jsonb_build_object('kind', 'blacklist.ban', 'record', ban.record, 'class', 'signed') ORDER BY ban.decided_at) AS evidence
  FROM blacklist.ban
  JOIN blacklist.matter ON matter.id = ban.matter
  JOIN supplier.name ON name.id = ban.supplier
 WHERE ban.from_day BETWEEN :from_day AND :until_day
   AND ban.decided_at <= :known_at
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id

-- What people got of gains, in yuan and fen: one row a unit that shared, all splits added that were agreed to in the year.
--
-- Rows are units and never people. A split counts in the year in which two agreed to it, whatever period it is of.
SELECT place.unit AS subject, place.code AS number, place.name_en, place.name_zh, NULL::text AS reason,
       jsonb_build_object('yuan', (sum(part.amount) / 100.0)::numeric(18, 2)::text) AS inputs,
       jsonb_build_object('splits', count(*), 'members', sum(part.members)) AS facts,
       jsonb_agg(jsonb_build_object('kind', 'reward.split', 'record', agreed.record, 'class', 'signed') ORDER BY agreed.at) AS evidence
  FROM reward.split_agreed AS agreed
  JOIN reward.split_unit AS part ON part.split = agreed.split
  JOIN directory.places(:until_day, :known_at) AS place ON place.unit = part.unit
 WHERE agreed.at <= :known_at
   AND (agreed.at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
 GROUP BY place.unit, place.code, place.name_en, place.name_zh
 ORDER BY place.unit

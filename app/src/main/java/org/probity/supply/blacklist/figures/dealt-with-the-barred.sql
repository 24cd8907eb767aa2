-- Dealings with barred suppliers: orders, receipts and payments that the ERP reported for a day on which the supplier was barred, belonged to
-- a barred one, or was stopped for some days, and that no decision allowed. The aim is 0.
--
-- Counted: every such document of the year, whatever its cause turned out to be. Suppliers with documents and none of these count 0.
-- Left out: nothing. What the ERP did not report is not known; the number of documents is held against what it says it reported.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('incidents', count(incident.id), 'deeds', count(*)) AS inputs,
       jsonb_build_object('blacklist.causes', coalesce(jsonb_object_agg(incident.document, coalesce(closure.cause, 'open')) FILTER (WHERE incident.id IS NOT NULL), '{}')) AS facts,
       coalesce(jsonb_agg(jsonb_build_object('kind', 'blacklist.incident', 'record', incident.record, 'class', 'statement') ORDER BY incident.document)
                    FILTER (WHERE incident.id IS NOT NULL), '[]') AS evidence
  FROM clearance.deed_known AS deed
  JOIN supplier.name ON name.id = deed.supplier
  LEFT JOIN blacklist.incident ON incident.kind = deed.kind AND incident.document = deed.document AND incident.found_at <= :known_at
  LEFT JOIN blacklist.closure ON closure.incident = incident.id AND closure.closed_at <= :known_at
 WHERE deed.day BETWEEN :from_day AND :until_day
   AND deed.reported_at <= :known_at
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id

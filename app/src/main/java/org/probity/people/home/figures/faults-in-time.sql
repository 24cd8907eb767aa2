-- Faults whose day fell in the period and is over: mended by that day, by a mending that whoever told the fault did not send back.
--
-- Known edge: a fault whose day is yet to come is in no row, also when it is mended already. A mending that is sent back later takes the fault out of those mended in time.
SELECT fault.id AS subject, fault.number, building.name_en, building.name_zh, NULL::text AS reason,
       jsonb_build_object('faults', 1, 'met', CASE WHEN EXISTS (
           SELECT FROM home.mending
             LEFT JOIN home.sent_back ON sent_back.mending = mending.id AND sent_back.at <= :known_at
            WHERE mending.fault = fault.id AND mending.mended_at <= :known_at AND sent_back.mending IS NULL AND (mending.mended_at AT TIME ZONE 'Asia/Shanghai')::date <= fault.due_day) THEN 1 ELSE 0 END) AS inputs,
       jsonb_build_object('due', fault.due_day) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'home.fault', 'record', fault.record, 'class', 'signed'))
       || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'home.mended', 'record', mending.record, 'class', 'signed') ORDER BY mending.no) FROM home.mending WHERE mending.fault = fault.id AND mending.mended_at <= :known_at), '[]'::jsonb) AS evidence
  FROM home.fault
  JOIN home.room ON room.id = fault.room
  JOIN home.building ON building.id = room.building
 WHERE fault.due_day BETWEEN :from_day AND least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date - 1) AND fault.told_at <= :known_at
 ORDER BY fault.number

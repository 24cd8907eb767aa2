-- Days between asking for a bed and confirming that the key is there; one row a key that was confirmed in the period.
--
-- Known edge: whoever declined waited on, and their days count from when they asked. Whoever still waits is in no row.
SELECT stay.id AS subject, stay.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('keys', 1, 'days', (walk.confirmed_at AT TIME ZONE 'Asia/Shanghai')::date - (application.asked_at AT TIME ZONE 'Asia/Shanghai')::date) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'home.asked', 'record', application.record, 'class', 'signed'), jsonb_build_object('kind', 'home.key', 'record', walk.confirm_record, 'class', 'signed')) AS evidence
  FROM home.walk
  JOIN home.stay ON stay.id = walk.stay
  JOIN home.application ON application.id = stay.application
  JOIN directory.name ON name.id = stay.person
 WHERE walk.way = 'IN' AND (walk.confirmed_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day AND walk.confirmed_at <= :known_at
 ORDER BY stay.number

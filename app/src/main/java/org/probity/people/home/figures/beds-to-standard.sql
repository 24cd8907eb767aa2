-- Beds in use on the last day of the period, each held against the rules of that day.
--
-- Known edge: a bed that nobody sleeps in counts, for it would be offered; a bed taken out before that day does not. A period that runs is asked on its last day as it is known now.
SELECT bed.bed AS subject, building.code || ' ' || bed.room_number || '-' || bed.no AS number, building.name_en, building.name_zh, NULL::text AS reason,
       jsonb_build_object('beds', 1, 'met', CASE WHEN bed.wanting IS NULL THEN 1 ELSE 0 END) AS inputs,
       jsonb_build_object('area', bed.area::text, 'in_room', bed.in_room) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'home.survey', 'record', survey.record, 'class', 'statement')) AS evidence
  FROM home.beds(:until_day, :known_at) AS bed
  JOIN home.building ON building.id = bed.building
  JOIN home.bed AS made ON made.id = bed.bed
  JOIN home.survey ON survey.id = made.survey
 ORDER BY building.code, bed.room_number, bed.no

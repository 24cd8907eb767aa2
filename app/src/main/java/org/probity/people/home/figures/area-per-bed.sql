-- Rooms with beds on the last day of the period: the area that was measured last, and the beds that stand in it whether somebody sleeps there or not.
SELECT bed.room AS subject, building.code || ' ' || min(bed.room_number) AS number, building.name_en, building.name_zh, NULL::text AS reason,
       jsonb_build_object('area', max(bed.area)::text, 'beds', count(*)) AS inputs,
       '{}'::jsonb AS facts,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'home.survey', 'record', survey.record, 'class', 'statement') ORDER BY survey.brought_at, survey.id)
          FROM home.measure
          JOIN home.survey ON survey.id = measure.survey
         WHERE measure.room = bed.room AND measure.from_day <= :until_day AND measure.said_at <= :known_at) AS evidence
  FROM home.beds(:until_day, :known_at) AS bed
  JOIN home.building ON building.id = bed.building
 GROUP BY bed.room, building.id
 ORDER BY building.code, min(bed.room_number)

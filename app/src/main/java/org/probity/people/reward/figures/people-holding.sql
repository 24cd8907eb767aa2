-- Of those employed on the last day, who holds units in their term or stock of a plan that runs. A year in which nobody does has no row.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN holds.record IS NULL THEN 0 ELSE 1 END) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN holds.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'reward.evidence.holder', 'record', holds.record, 'class', 'signed')) END AS evidence
  FROM (SELECT DISTINCT engaged.person FROM directory.engaged(:until_day, :known_at) AS engaged WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED')) AS employed
  JOIN directory.name ON name.id = employed.person
  LEFT JOIN (SELECT DISTINCT ON (person) person, record
               FROM reward.holder
              WHERE said_at <= :known_at AND from_day <= :until_day AND until_day >= :until_day
              ORDER BY person, said_at) AS holds ON holds.person = employed.person
 WHERE EXISTS (SELECT FROM reward.holder WHERE said_at <= :known_at AND from_day <= :until_day AND until_day >= :until_day)
 ORDER BY name.id

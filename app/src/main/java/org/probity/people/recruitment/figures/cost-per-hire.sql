-- What activities cost in the year and whom they brought: a row an activity with a cost or a hire, and one of all hires that named none.
--
-- Known edge: an activity of December may bring people in January; cost and hire count in the year each fell in.
WITH hires AS (
    SELECT activity.id, sum(arrived.people) AS people
      FROM recruitment.arrived
      LEFT JOIN recruitment.activity ON activity.code = arrived.activity
     WHERE arrived.stage = 'HIRE' AND arrived.at <= :known_at AND arrived.day BETWEEN :from_day AND :until_day
     GROUP BY activity.id
), costs AS (
    SELECT activity, sum(yuan) AS yuan, jsonb_agg(jsonb_build_object('kind', 'recruitment.cost', 'record', record, 'class', 'statement') ORDER BY record) AS evidence
      FROM recruitment.cost
     WHERE at <= :known_at AND day BETWEEN :from_day AND :until_day
     GROUP BY activity
)
SELECT coalesce(activity.id, '00000000-0000-0000-0000-000000000051') AS subject, coalesce(activity.code, '-') AS number, coalesce(activity.title_en, 'No activity named') AS name_en,
       coalesce(activity.title_zh, '未注明活动') AS name_zh, NULL::text AS reason,
       jsonb_build_object('yuan', coalesce(costs.yuan, 0.00)::text, 'hires', coalesce(hires.people, 0)) AS inputs,
       '{}'::jsonb AS facts,
       coalesce(costs.evidence, '[]') AS evidence
  FROM hires
  FULL JOIN costs ON costs.activity = hires.id
  LEFT JOIN recruitment.activity ON activity.id = coalesce(hires.id, costs.activity)
 ORDER BY 1

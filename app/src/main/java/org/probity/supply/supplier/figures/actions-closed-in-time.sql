-- Corrective actions closed in time: of the actions whose closing day lies in the period, those that two had closed by that day.
--
-- Counted: suppliers with an action whose closing day lies in the period and is past, or that is closed already; each action counts once.
-- In time: the action was closed on or before its closing day.
-- Left out: suppliers whose actions are due in another period or not yet, though something was done about them in this one.
-- Known edge: the closing day is the one of the action's severity; a later day for a returned plan does not move it.
WITH taken AS (
    SELECT correction.supplier, count(*) AS steps
      FROM casework.taken(:known_at) AS taken
      JOIN casework.standing_at(:known_at) AS correction ON correction.id = taken.correction
     WHERE (taken.at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
     GROUP BY correction.supplier
), due AS (
    SELECT correction.supplier, count(*) AS actions,
           count(*) FILTER (WHERE correction.state = 'CLOSED' AND (correction.at AT TIME ZONE 'Asia/Shanghai')::date <= correction.close_due_day) AS in_time,
           jsonb_object_agg(correction.id, jsonb_build_object('of', correction.kind, 'severity', correction.severity, 'close_by', correction.close_due_day,
                                                              'stands', correction.state, 'day', (correction.at AT TIME ZONE 'Asia/Shanghai')::date)) AS facts,
           jsonb_agg(jsonb_build_object('kind', correction.kind, 'record', correction.record, 'class', 'signed') ORDER BY correction.id) AS evidence
      FROM casework.standing_at(:known_at) AS correction
     WHERE correction.close_due_day BETWEEN :from_day AND :until_day
       AND (correction.state = 'CLOSED' OR correction.close_due_day < (:known_at AT TIME ZONE 'Asia/Shanghai')::date)
     GROUP BY correction.supplier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN due.supplier IS NULL THEN 'supplier.actions-not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN due.in_time = due.actions THEN 1 ELSE 0 END,
                          'actions', coalesce(due.actions, 0),
                          'in-time', coalesce(due.in_time, 0),
                          'steps', coalesce(taken.steps, 0)) AS inputs,
       coalesce(due.facts, '{}') AS facts,
       coalesce(due.evidence, '[]') AS evidence
  FROM supplier.name AS name
  LEFT JOIN taken ON taken.supplier = name.id
  LEFT JOIN due ON due.supplier = name.id
 WHERE taken.supplier IS NOT NULL OR due.supplier IS NOT NULL
 ORDER BY name.id

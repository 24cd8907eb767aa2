-- Improvements agreed: suppliers of whom corrective action was asked in the period, and whether every plan was agreed or answered for
-- (GRI 308-2-d, 414-2-d).
--
-- Counted: suppliers with a corrective action opened in the period: a C grade, a finding on site, whatever else opens one.
-- Met: of each of these a plan was accepted, or two agreed that none is needed, as known now.
-- Left out: suppliers whose actions were all opened in another period, though something was done about them in this one.
-- Known edge: an action opened in the last days of the period, whose plan is not due yet, is not met.
WITH taken AS (
    SELECT correction.supplier, count(*) AS steps
      FROM casework.taken(:known_at) AS taken
      JOIN casework.standing_at(:known_at) AS correction ON correction.id = taken.correction
     WHERE (taken.at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
     GROUP BY correction.supplier
), asked AS (
    SELECT correction.supplier, count(*) AS actions,
           count(*) FILTER (WHERE agreed.correction IS NOT NULL) AS agreed,
           jsonb_object_agg(correction.id, jsonb_build_object('of', correction.kind, 'severity', correction.severity, 'stands', correction.state)) AS facts,
           jsonb_agg(jsonb_build_object('kind', correction.kind, 'record', coalesce(agreed.record, correction.record), 'class', 'signed') ORDER BY correction.id) AS evidence
      FROM casework.standing_at(:known_at) AS correction
      LEFT JOIN LATERAL (SELECT taken.correction, taken.record
                           FROM casework.taken(:known_at) AS taken
                          WHERE taken.correction = correction.id
                            AND taken.state IN ('PLAN_ACCEPTED', 'NO_ACTION')
                          ORDER BY taken.no DESC
                          LIMIT 1) AS agreed ON true
     WHERE correction.opened_day BETWEEN :from_day AND :until_day
     GROUP BY correction.supplier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN asked.supplier IS NULL THEN 'supplier.asked-earlier' END AS reason,
       jsonb_build_object('met', CASE WHEN asked.agreed = asked.actions THEN 1 ELSE 0 END,
                          'actions', coalesce(asked.actions, 0),
                          'agreed', coalesce(asked.agreed, 0),
                          'steps', coalesce(taken.steps, 0)) AS inputs,
       coalesce(asked.facts, '{}') AS facts,
       coalesce(asked.evidence, '[]') AS evidence
  FROM supplier.name AS name
  LEFT JOIN taken ON taken.supplier = name.id
  LEFT JOIN asked ON asked.supplier = name.id
 WHERE taken.supplier IS NOT NULL OR asked.supplier IS NOT NULL
 ORDER BY name.id

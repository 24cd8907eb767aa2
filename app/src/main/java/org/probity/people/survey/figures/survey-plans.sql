-- Whether what was promised after a survey was done in time: a row a measure that was due in the year; met when its owner had said by that day that it is done and another has
-- seen it since.
--
-- Left out, with the reason: measures not due yet, and those that were dropped. Known edge: the day promised is never moved, whoever owes it.
SELECT it.id AS subject, it.number, it.what AS name_en, it.what AS name_zh,
       CASE WHEN it.state = 'DROPPED' THEN 'survey.fig.dropped'
            WHEN it.state <> 'SEEN' AND it.due_day >= least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) THEN 'survey.fig.not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN it.state = 'SEEN' AND it.done_day <= it.due_day THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'survey.evidence.measure', 'record', it.record, 'class', 'signed'), jsonb_build_object('kind', 'survey.evidence.step', 'record', it.step_record, 'class', 'signed')) AS evidence
  FROM measure.standing_at(:known_at) AS it
 WHERE it.kind = 'survey.plan' AND it.due_day BETWEEN :from_day AND :until_day
 ORDER BY it.id

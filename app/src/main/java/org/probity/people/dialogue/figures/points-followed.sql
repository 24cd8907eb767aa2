-- Measures about points raised at meetings that were done in time: one row a measure promised for a day of the year; met when another than its owner has seen it done, and its owner had said
-- so by that day.
--
-- Left out, with the reason: dropped, for a reason that stands with it; neither done nor due.
-- Known edge: the day that was promised never moves. What is said to be done and nobody has seen yet is not met once its day is over.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT promised.id AS subject, promised.number, promised.number AS name_en, promised.number AS name_zh,
       CASE WHEN promised.state = 'DROPPED' THEN 'dialogue.fig.dropped'
            WHEN promised.state <> 'SEEN' AND promised.due_day >= ends.day THEN 'dialogue.fig.not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN promised.done_day <= promised.due_day THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       jsonb_build_object('dialogue.form', meeting.form) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'dialogue.evidence.measure', 'record', promised.record, 'class', 'statement'))
           || CASE WHEN promised.state = 'SEEN' THEN jsonb_build_array(jsonb_build_object('kind', 'dialogue.evidence.seen', 'record', promised.step_record, 'class', 'signed')) ELSE '[]'::jsonb END AS evidence
  FROM measure.standing_at(:known_at) AS promised
  JOIN dialogue.point ON point.id = promised.subject
  JOIN dialogue.meeting ON meeting.occasion = point.meeting
 CROSS JOIN ends
 WHERE promised.kind = 'dialogue.point' AND promised.due_day BETWEEN :from_day AND :until_day
 ORDER BY promised.id

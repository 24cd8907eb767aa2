-- Threads that were answered in time: one row a thread shown in the year; met when its first answer, or the word that it belongs to those who read reports, came by its day.
--
-- Left out, with the reason: threads that are neither answered nor due.
-- Known edge: the day follows from the working days of the place and was fixed when the thread was shown. A thread that readers opened again keeps what its first answer was.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), told AS (
    SELECT thread.id, 'T-' || left(thread.id::text, 8) AS number, thread.sort, thread.due, thread.record, said.day AS answered, said.record AS said
      FROM community.thread
      JOIN log.recorded AS entry ON entry.record = thread.record AND entry.recorded_at <= :known_at
      LEFT JOIN LATERAL (SELECT day, record FROM community.step WHERE step.thread = thread.id AND what IN ('ANSWERED', 'REFERRED') AND step.at <= :known_at ORDER BY no LIMIT 1) AS said ON TRUE
     WHERE thread.day BETWEEN :from_day AND :until_day
)
SELECT told.id AS subject, told.number, told.number AS name_en, told.number AS name_zh,
       CASE WHEN told.answered IS NULL AND told.due >= ends.day THEN 'community.fig.not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN told.answered <= told.due THEN 1 ELSE 0 END, 'counted', CASE WHEN told.answered IS NULL AND told.due >= ends.day THEN 0 ELSE 1 END) AS inputs,
       jsonb_build_object('sort', told.sort) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'community.evidence.thread', 'record', told.record, 'class', 'signed'))
           || CASE WHEN told.said IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'community.evidence.step', 'record', told.said, 'class', 'signed')) END AS evidence
  FROM told
  CROSS JOIN ends
 ORDER BY told.id

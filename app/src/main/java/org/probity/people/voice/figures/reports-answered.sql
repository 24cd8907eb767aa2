-- Reports whose writer was told in time what was done: one row a case whose message was received in the year; met when the answer is not later than its day.
--
-- Left out, with the reason: cases that are neither answered nor due.
-- Known edge: the term runs from the acknowledgement, or from the last day for it while there is none, by the rule that held when the message came. How a case ended is in no row.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), told AS (
    SELECT card.id, card.number, card.record, said.day AS answered, said.record AS said,
           (coalesce((SELECT min(step.day) FROM voice.step WHERE step.card = card.id AND step.what = 'ACKNOWLEDGED' AND step.at <= :known_at),
                     card.received + rule.at('voice', 'acknowledge-days', card.received, :known_at))
               + make_interval(months => rule.at('voice', 'answer-months', card.received, :known_at)))::date AS due
      FROM voice.card
      LEFT JOIN LATERAL (SELECT day, record FROM voice.step WHERE step.card = card.id AND step.what = 'ANSWERED' AND step.at <= :known_at ORDER BY no LIMIT 1) AS said ON TRUE
     WHERE card.received BETWEEN :from_day AND :until_day
       AND card.opened_at <= :known_at
)
SELECT told.id AS subject, told.number, told.number AS name_en, told.number AS name_zh,
       CASE WHEN told.answered IS NULL AND told.due >= ends.day THEN 'voice.fig.not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN told.answered <= told.due THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'voice.evidence.case', 'record', told.record, 'class', 'signed'))
           || CASE WHEN told.said IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'voice.evidence.step', 'record', told.said, 'class', 'signed')) END AS evidence
  FROM told
  CROSS JOIN ends
 ORDER BY told.id

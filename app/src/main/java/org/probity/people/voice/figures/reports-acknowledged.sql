-- Reports whose writer was told in time that they were received: one row a case whose message was received in the year; met when the acknowledgement is not later than its day.
--
-- Left out, with the reason: cases that are neither acknowledged nor due.
-- Known edge: the day for it goes by the rule that held when the message came. What nobody opened is no case and no row; a message counts from the day it came, however late it was opened.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), told AS (
    SELECT card.id, card.number, card.channel, card.record, card.received + rule.at('voice', 'acknowledge-days', card.received, :known_at) AS due, said.day AS acknowledged, said.record AS said
      FROM voice.card
      LEFT JOIN voice.step AS said ON said.card = card.id AND said.what = 'ACKNOWLEDGED' AND said.at <= :known_at
     WHERE card.received BETWEEN :from_day AND :until_day
       AND card.opened_at <= :known_at
)
SELECT told.id AS subject, told.number, told.number AS name_en, told.number AS name_zh,
       CASE WHEN told.acknowledged IS NULL AND told.due >= ends.day THEN 'voice.fig.not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN told.acknowledged <= told.due THEN 1 ELSE 0 END, 'counted', CASE WHEN told.acknowledged IS NULL AND told.due >= ends.day THEN 0 ELSE 1 END) AS inputs,
       jsonb_build_object('channel', told.channel) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'voice.evidence.case', 'record', told.record, 'class', 'signed'))
           || CASE WHEN told.said IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'voice.evidence.step', 'record', told.said, 'class', 'signed')) END AS evidence
  FROM told
  CROSS JOIN ends
 ORDER BY told.id

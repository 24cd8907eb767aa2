-- Letters to those who lead that were answered in time: one row a letter written in the year; met when the first answer came by its day.
--
-- Left out, with the reason: letters that are neither answered nor due.
-- Known edge: the day for it goes by the rule of the day on which the letter was written, and is not moved. A letter whose writer was forgotten keeps its days and nothing else.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT letter.id AS subject, letter.number, letter.number AS name_en, letter.number AS name_zh,
       CASE WHEN first.day IS NULL AND letter.due_day >= ends.day THEN 'dialogue.fig.letter-not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN first.day <= letter.due_day THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       jsonb_build_object('dialogue.told', EXISTS (SELECT FROM dialogue.letter_told WHERE letter_told.letter = letter.id AND letter_told.at <= :known_at)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'dialogue.evidence.letter', 'record', letter.record, 'class', 'signed'))
           || CASE WHEN first.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'dialogue.evidence.answer', 'record', first.record, 'class', 'signed')) END AS evidence
  FROM dialogue.letter
 CROSS JOIN ends
  LEFT JOIN LATERAL (SELECT day, record FROM dialogue.letter_answer WHERE letter_answer.letter = letter.id AND letter_answer.at <= :known_at ORDER BY no LIMIT 1) AS first ON true
 WHERE letter.day BETWEEN :from_day AND :until_day AND letter.at <= :known_at
 ORDER BY letter.id

-- Channels of complaint for workers of suppliers: whether somebody there can complain without a name, dormitories and agencies included, as the supplier
-- said in its self-assessment on social responsibility of the year and a department accepted.
--
-- Counted: suppliers whose self-assessment on social responsibility of the year was accepted and holds or held, and who were asked that question.
-- Met: the answer is yes. How many complaints of workers were closed in twelve months stands beside it; it is a statement of theirs, and has no marks.
-- Left out: suppliers who were asked and of whom nothing is accepted yet, or whose version of the questions did not ask it.
-- Known edge: a supplier of a category that was not asked this form is no row. An answer that was corrected counts as it was sent last.
WITH asked AS (
    SELECT standing.id, standing.party, standing.state, obligation.accepted_record(standing.id, :known_at) AS record
      FROM obligation.standing_at(:known_at) AS standing
     WHERE standing.kind = 'esg.social'
       AND standing.period = :year
), said AS (
    SELECT about, max(value) FILTER (WHERE question = 'S13') AS channel, max(value) FILTER (WHERE question = 'S14') AS complaints
      FROM form.said_at(:known_at)
     WHERE form = 'social'
       AND period = :year
     GROUP BY about
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN asked.state NOT IN ('MET', 'LAPSED') THEN 'esg.not-accepted'
            WHEN said.channel IS NULL OR said.channel = '' THEN 'esg.question-not-asked' END AS reason,
       jsonb_build_object('met', CASE WHEN said.channel = 'yes' THEN 1 ELSE 0 END,
                          'counted', 1,
                          'complaints', CASE WHEN said.complaints ~ '^[0-9]{1,6}$' THEN said.complaints::int ELSE 0 END) AS inputs,
       jsonb_build_object('esg.social', jsonb_build_object('state', asked.state, 'channel', said.channel, 'complaints', said.complaints)) AS facts,
       CASE WHEN asked.record IS NULL OR asked.state NOT IN ('MET', 'LAPSED') THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'esg.social', 'record', asked.record, 'class', 'form')) END AS evidence
  FROM asked
  JOIN supplier.name ON name.id = asked.party
  LEFT JOIN said ON said.about = asked.id
 ORDER BY name.id

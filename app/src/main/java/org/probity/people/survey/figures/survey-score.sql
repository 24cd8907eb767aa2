-- What people think of working here, out of a hundred: points of all answers over the most they could be; an item has five steps worth 0, 25, 50, 75 and 100. A row
-- is a yearly round of the year that was released, with all who answered.
--
-- Left out, with the reason: yearly rounds that were counted and not released by then. Known edge: every item weighs the same; dimensions of the yearly questionnaire have
-- as many items each, so that the score of all is the mean of the dimensions. What a questionnaire holds the others against is answered, and is no part of the score.
SELECT round.id AS subject, round.number, round.number AS name_en, round.number AS name_zh,
       CASE WHEN released.round IS NULL THEN 'survey.fig.not-released' END AS reason,
       CASE WHEN released.round IS NULL THEN jsonb_build_object('answers', closing.answers)
            ELSE jsonb_build_object('answers', closing.answers, 'points', everybody.points, 'most', 4 * everybody.items * everybody.people) END AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'survey.evidence.closed', 'record', closing.record, 'class', 'form'))
           || CASE WHEN released.round IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'survey.evidence.released', 'record', released.record, 'class', 'signed')) END AS evidence
  FROM survey.round
  JOIN survey.closing ON closing.round = round.id AND closing.closed_at <= :known_at
  LEFT JOIN survey.released ON released.round = round.id AND released.released_at <= :known_at
  LEFT JOIN LATERAL (SELECT score.points, score.items::bigint AS items, score.people FROM survey.score WHERE score.round = round.id AND score.scale = '' ORDER BY score.people DESC LIMIT 1) AS everybody ON TRUE
 WHERE round.kind = 'YEARLY' AND closing.day BETWEEN :from_day AND :until_day
 ORDER BY round.id

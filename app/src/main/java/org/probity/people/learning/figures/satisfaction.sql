-- Satisfaction with training: points of all answers over the most they could be. Everybody on the closed list of a session of the year is asked once, on a
-- scale of five steps that are worth 0, 25, 50, 75 and 100 %; an answer weighs the same in every session.
--
-- A row is a course with all its sessions whose time to answer is over: a session's answers are so few that one of them could be somebody's. Left out: courses
-- of which no session's time is over, and courses with answers of fewer people than the rule says (five). The whole figure has no value while fewer have
-- answered than the rules of the year's last day ask (30 % of those asked, and five).
-- A row with answers of too few people carries neither their points nor how many they are.
-- Known edge: who was struck off a list after answering stays counted as it was when the answers were closed.
WITH told AS (
    SELECT lists.course, count(closing.session) AS closed, coalesce(sum(closing.asked), 0) AS asked, coalesce(sum(closing.answered), 0) AS answered,
           coalesce(sum(closing.points), 0) AS points,
           jsonb_agg(DISTINCT jsonb_build_object('kind', 'learning.feedback', 'record', closing.record, 'class', 'signed')) FILTER (WHERE closing.record IS NOT NULL) AS evidence
      FROM learning.lists(:from_day, :until_day, :known_at) AS lists
      LEFT JOIN learning.feedback_closing AS closing ON closing.session = lists.session AND closing.at <= :known_at
     GROUP BY lists.course
), all_of_it AS (
    SELECT learning.rule_on('answered-least', :until_day) AS least,
           sum(answered) < learning.rule_on('answered-least', :until_day) OR sum(answered) * 100 < learning.rule_on('answered-percent', :until_day) * sum(asked) AS too_few
      FROM told
)
SELECT course.id AS subject, course.number, course.title_en AS name_en, course.title_zh AS name_zh,
       CASE WHEN told.closed = 0 THEN 'learning.figure.feedback-open'
            WHEN all_of_it.too_few THEN 'learning.figure.too-few-answers'
            WHEN told.answered BETWEEN 1 AND all_of_it.least - 1 THEN 'learning.figure.few-of-course' END AS reason,
       CASE WHEN told.answered BETWEEN 1 AND all_of_it.least - 1 THEN jsonb_build_object('asked', told.asked)
            ELSE jsonb_build_object('points', told.points, 'most', told.answered * 4, 'asked', told.asked, 'answered', told.answered) END AS inputs,
       jsonb_build_object('learning.sessions', told.closed) AS facts,
       coalesce(told.evidence, '[]') AS evidence
  FROM told
 CROSS JOIN all_of_it
  JOIN learning.course ON course.id = told.course
 ORDER BY course.id

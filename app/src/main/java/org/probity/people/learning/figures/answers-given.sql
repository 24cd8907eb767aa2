-- Answers as they were given, one by one, apart from what was added up when they were closed; of these some are of courses that too few answered about to be told.
WITH given AS (
    SELECT lists.course, count(feedback.session) AS answers
      FROM learning.lists(:from_day, :until_day, :known_at) AS lists
      JOIN learning.feedback_closing AS closing ON closing.session = lists.session AND closing.at <= :known_at
      JOIN learning.feedback ON feedback.session = lists.session AND feedback.at <= closing.at
     GROUP BY lists.course
)
SELECT coalesce(sum(answers), 0)::numeric AS stated,
       coalesce(sum(answers) FILTER (WHERE answers < learning.rule_on('answered-least', :until_day)), 0)::numeric AS other
  FROM given

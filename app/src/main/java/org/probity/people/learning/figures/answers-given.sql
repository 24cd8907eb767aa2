-- Answers as they were given, one by one, apart from what was added up when they were closed.
SELECT count(feedback.session)::numeric AS stated, 0::numeric AS other
  FROM learning.lists(:from_day, :until_day, :known_at) AS lists
  JOIN learning.feedback_closing AS closing ON closing.session = lists.session AND closing.at <= :known_at
  JOIN learning.feedback ON feedback.session = lists.session AND feedback.at <= closing.at

-- Grades other than B whose day fell into the year, less those a later grade replaced in time.
SELECT count(*)::numeric AS stated,
       (count(*) FILTER (WHERE consequence.ended_at <= :known_at AND (consequence.ended_at AT TIME ZONE 'Asia/Shanghai')::date <= consequence.due_day AND consequence.done_at IS NULL))::numeric AS other
  FROM evaluation.scorecard
  JOIN evaluation.consequence ON consequence.scorecard = scorecard.id
 WHERE scorecard.grade <> 'B'
   AND scorecard.record IS NOT NULL
   AND scorecard.at <= :known_at
   AND consequence.due_day BETWEEN :from_day AND :until_day

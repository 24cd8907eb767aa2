-- Key positions with enough successors who are ready: one row a key position, at the end of the year, or today while it runs.
--
-- Met: as many candidates as the rule asks said yes, work here, and lack nothing of what the post asks, by evidence that holds on the day.
-- Known edges: a certificate that ran out the day before is missing, and the post is no longer covered although nobody did anything; whoever holds the post is nobody's
-- successor in it; a post that asks nothing is not covered by anybody, because everybody would be ready.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), ready AS (
    SELECT readiness.post, count(*) AS people
      FROM ends
     CROSS JOIN LATERAL succession.readiness(ends.day, :known_at) AS readiness
     WHERE readiness.missing = 0
     GROUP BY readiness.post
), asked AS (
    SELECT DISTINCT asked.post FROM ends CROSS JOIN LATERAL succession.asked(ends.day, :known_at) AS asked
)
SELECT post.id AS subject, post.number, post.role_en AS name_en, post.role_zh AS name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1,
                          'met', CASE WHEN asked.post IS NOT NULL AND coalesce(ready.people, 0) >= rule.at('succession', 'ready-least', ends.day, :known_at) THEN 1 ELSE 0 END,
                          'deep', CASE WHEN asked.post IS NOT NULL AND coalesce(ready.people, 0) >= rule.at('succession', 'deep-least', ends.day, :known_at) THEN 1 ELSE 0 END) AS inputs,
       jsonb_build_object('criteria', key.met) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'succession.judgement', 'record', key.record, 'class', 'statement')) AS evidence
  FROM ends
 CROSS JOIN LATERAL succession.key_posts(ends.day, :known_at) AS key
  JOIN succession.post ON post.id = key.post
  LEFT JOIN ready ON ready.post = key.post
  LEFT JOIN asked ON asked.post = key.post
 ORDER BY post.number

-- What two people approved says how many rules there must be: each with at least one approved version is a row. Approved, but not yet in force
-- that day, is not ours.
WITH day AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), agreed AS (
    SELECT version.policy, min(publication.from_day) AS from_day
      FROM decision.approved
      JOIN policy.version ON version.id = approved.subject
      JOIN policy.policy ON policy.id = version.policy AND policy.area = 'SUPPLY'
      LEFT JOIN policy.publication ON publication.version = version.id
     WHERE approved.matter = 'policy.version' AND approved.ruled_at <= :known_at
     GROUP BY version.policy
)
SELECT count(*) AS stated, count(*) FILTER (WHERE agreed.from_day > day.day) AS other
  FROM agreed, day

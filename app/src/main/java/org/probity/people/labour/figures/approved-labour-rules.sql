-- What two people approved says how many labour rules there must be; those that are not yet, or no longer, in force that day are not ours.
WITH day AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), agreed AS (
    SELECT version.policy, min(publication.from_day) AS from_day,
           bool_or(EXISTS (SELECT FROM policy.withdrawal WHERE withdrawal.policy = version.policy AND withdrawal.last_day < day.day AND withdrawal.withdrawn_at <= :known_at)) AS ended
      FROM decision.approved
     CROSS JOIN day
      JOIN policy.version ON version.id = approved.subject
      JOIN policy.policy ON policy.id = version.policy AND policy.area = 'PEOPLE'
      LEFT JOIN policy.publication ON publication.version = version.id
     WHERE approved.matter = 'policy.version' AND approved.ruled_at <= :known_at
     GROUP BY version.policy
)
SELECT count(*)::numeric AS stated, (count(*) FILTER (WHERE agreed.ended OR agreed.from_day > day.day))::numeric AS other
  FROM agreed, day

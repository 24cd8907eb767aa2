-- What two people agreed to, as decisions count it; of these some had ended before the year began.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT (SELECT count(*) FROM decision.approved CROSS JOIN ends
         WHERE matter = 'education.support' AND ruled_at <= :known_at AND (ruled_at AT TIME ZONE 'Asia/Shanghai')::date <= ends.day)::numeric AS stated,
       (SELECT count(*) FROM education.result JOIN education.approved ON approved.application = result.application
         WHERE result.at <= :known_at AND result.day < :from_day)::numeric AS other

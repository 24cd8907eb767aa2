-- Rules of the supply chain in force at the end of the period, or today while it runs.
--
-- Counted: rules of the area SUPPLY with a version in force that day.
-- Left out: those that were ended before. A rule without a published version by then is no row.
WITH day AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), published AS (
    SELECT DISTINCT ON (policy.id) policy.id, policy.code, policy.kind, version.no, version.title_en, version.title_zh, publication.from_day, publication.record
      FROM policy.policy
      JOIN policy.publication ON publication.policy = policy.id
      JOIN policy.version ON version.id = publication.version
      CROSS JOIN day
     WHERE policy.area = 'SUPPLY' AND publication.from_day <= day.day AND publication.published_at <= :known_at
     ORDER BY policy.id, publication.from_day DESC
)
SELECT published.id AS subject,
       published.code AS number, published.title_en AS name_en, published.title_zh AS name_zh,
       CASE WHEN EXISTS (SELECT FROM policy.withdrawal, day
                          WHERE withdrawal.policy = published.id AND withdrawal.last_day < day.day AND withdrawal.withdrawn_at <= :known_at)
            THEN 'policy.ended-before' END AS reason,
       jsonb_build_object('met', 1, 'counted', 1, 'approved', 1) AS inputs,
       jsonb_build_object('kind', published.kind, 'version', published.no, 'from', published.from_day) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'policy.published', 'record', published.record, 'class', 'signed')) AS evidence
  FROM published
 ORDER BY published.id

-- Employees with a certificate of disability at the end of the period, or today while it runs, among all (GRI 405-1-b). Shown by choice; rows name nobody.
--
-- Counted: everybody employed that day. Met: a certificate of theirs holds that day, by what was known at the moment the figure is asked of.
-- Left out: nobody. Known edge: who has a disability and shows no certificate, which is their right, counts as not met; one that was withdrawn since counts until then.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), employed AS (
    SELECT DISTINCT engaged.person
      FROM ends
     CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged
     WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME')
), certified AS (
    SELECT DISTINCT ON (paper.person) paper.person, paper.record
      FROM labour.paper, ends
     WHERE paper.kind = 'DISABILITY' AND paper.day <= ends.day AND coalesce(paper.until_day, 'infinity') >= ends.day
       AND paper.told_at <= :known_at AND (paper.withdrawn_at IS NULL OR paper.withdrawn_at > :known_at)
     ORDER BY paper.person, paper.told_at DESC
)
SELECT employed.person AS subject, '' AS number, 'An employee' AS name_en, '员工' AS name_zh,
       NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN certified.person IS NULL THEN 0 ELSE 1 END) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN certified.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'labour.paper', 'record', certified.record, 'class', 'third-party')) END AS evidence
  FROM employed
  LEFT JOIN certified ON certified.person = employed.person
 ORDER BY employed.person

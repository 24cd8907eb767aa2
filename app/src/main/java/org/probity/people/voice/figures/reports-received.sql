-- Reports that came in: how many of the year became cases, by the mailbox they were for. A row is a mailbox, told in full fives as everywhere; what is beyond these stands in one row, so
-- that the sum is what it is and no mailbox tells of a case or two.
--
-- Nothing is left out; a year without a case has no row. Known edge: a message that nobody opened is no case; a case that was handed on counts for the mailbox it came to.
WITH told AS (
    SELECT channel, count(*) AS cases
      FROM voice.card
     WHERE received BETWEEN :from_day AND :until_day AND opened_at <= :known_at
     GROUP BY channel
), mailbox AS (
    SELECT code, name_en, name_zh, coalesce(told.cases, 0) / 5 * 5 AS cases
      FROM (VALUES ('LEGAL', 'Legal affairs', '法务部'), ('AUDIT', 'Audit', '审计部'), ('HR', 'Human resources', '人力资源部'), ('FACTORY', 'Factory manager''s mailbox', '厂长信箱'),
                   ('UNION', 'Union', '工会'), ('COMMITTEE', 'Audit committee of the board', '董事会审计委员会')) AS known (code, name_en, name_zh)
      LEFT JOIN told ON told.channel = known.code
     UNION ALL
    SELECT 'REST', 'Beyond full fives, of any mailbox', '各渠道不足五件的部分合计', coalesce(sum(cases % 5), 0)::bigint FROM told
)
SELECT md5('voice received ' || code)::uuid AS subject, code AS number, name_en, name_zh, NULL::text AS reason,
       jsonb_build_object('cases', cases) AS inputs, '{}'::jsonb AS facts, '[]'::jsonb AS evidence
  FROM mailbox
 WHERE EXISTS (SELECT FROM told)
 ORDER BY 1

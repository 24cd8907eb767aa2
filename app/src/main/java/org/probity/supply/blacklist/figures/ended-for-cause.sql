-- Relations ended because of an assessment: suppliers graded D or barred in the period, and whether the relation had ended by its end
-- (GRI 308-2-e, 414-2-e).
--
-- Counted: suppliers whose grade of the year is D, as known now, and suppliers with a ban decided in the period.
-- Met: the last day of the relation lies by the end of the period, or by today while it runs, and nobody resumed it.
-- Left out: nobody.
-- Known edge: a grade corrected after an appeal takes its supplier out of the rows. Orders that are wound down end the relation only with its last day.
WITH banned AS (
    SELECT ban.supplier, count(*) AS bans,
           jsonb_object_agg(matter.ground, CASE WHEN ban.until_day IS NULL THEN 'for good' ELSE ban.until_day::text END) AS grounds,
           (array_agg(ban.record ORDER BY ban.decided_at DESC))[1] AS record
      FROM blacklist.ban
      JOIN blacklist.matter ON matter.id = ban.matter
     WHERE ban.from_day BETWEEN :from_day AND :until_day
       AND ban.decided_at <= :known_at
     GROUP BY ban.supplier
), poor AS (
    SELECT supplier, record FROM evaluation.grade_at(:known_at) WHERE grade = 'D' AND year = :year
), left_by AS (
    SELECT supplier, last_day, record
      FROM supplier.left_by(least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date) + 1, :known_at)
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN left_by.supplier IS NULL THEN 0 ELSE 1 END, 'bans', coalesce(banned.bans, 0), 'graded-d', CASE WHEN poor.supplier IS NULL THEN 0 ELSE 1 END) AS inputs,
       jsonb_strip_nulls(jsonb_build_object('blacklist.grounds', banned.grounds, 'last_day', left_by.last_day)) AS facts,
       (SELECT jsonb_agg(jsonb_build_object('kind', it.kind, 'record', it.record, 'class', 'signed') ORDER BY it.kind)
          FROM (VALUES ('blacklist.ban', banned.record), ('evaluation.grade', poor.record), ('supplier.ended', left_by.record)) AS it (kind, record)
         WHERE it.record IS NOT NULL) AS evidence
  FROM supplier.name AS name
  LEFT JOIN banned ON banned.supplier = name.id
  LEFT JOIN poor ON poor.supplier = name.id
  LEFT JOIN left_by ON left_by.supplier = name.id
 WHERE banned.supplier IS NOT NULL OR poor.supplier IS NOT NULL
 ORDER BY name.id

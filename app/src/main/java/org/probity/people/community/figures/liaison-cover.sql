-- Places with a liaison officer and a deputy: one row for each base where somebody works and each unit of as many as may be named in a post, on the last day of the period or today; met when
-- two people who work here are named, one for each. Nothing is left out.
--
-- Known edge: before the board is open nobody owes one. Somebody who left no longer answers from the next day on, although nobody took the office from them.
SELECT cover.unit AS subject, cover.code AS number, cover.name_en, cover.name_zh, NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN cover.officer IS NOT NULL AND cover.deputy IS NOT NULL THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       jsonb_build_object('kind', cover.kind) AS facts,
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'community.evidence.liaison', 'record', liaison.record, 'class', 'signed') ORDER BY liaison.rank DESC)
                   FROM community.liaison
                  WHERE liaison.unit = cover.unit AND liaison.person IN (cover.officer, cover.deputy) AND ends.day BETWEEN liaison.from_day AND coalesce(liaison.until_day, 'infinity')
                    AND liaison.named_at <= :known_at), '[]'::jsonb) AS evidence
  FROM (SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day) AS ends
 CROSS JOIN LATERAL community.cover(ends.day, :known_at) AS cover
 WHERE EXISTS (SELECT FROM community.opening WHERE opening.day <= ends.day)
 ORDER BY cover.unit

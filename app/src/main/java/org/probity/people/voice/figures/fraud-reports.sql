-- Reports of fraud, corruption and theft, by our own people or of business partners: cases of the year that are about it, in full fives as everywhere in this room. Two rows: fraud, and all
-- other cases with what is beyond the full fives.
--
-- Left out, with the reason: what is not about fraud. A year without a case has no row. Known edge: what a case is about is what who opened it found; what is beyond full fives is told when the next five are full.
WITH told AS (
    SELECT count(*) AS cases, count(*) FILTER (WHERE category = 'FRAUD') / 5 * 5 AS fraud
      FROM voice.card
     WHERE received BETWEEN :from_day AND :until_day AND opened_at <= :known_at
)
SELECT md5('voice fraud')::uuid AS subject, 'FRAUD' AS number, 'Fraud, corruption, theft' AS name_en, '舞弊、贪腐、盗窃' AS name_zh, NULL::text AS reason,
       jsonb_build_object('cases', fraud) AS inputs, '{}'::jsonb AS facts, '[]'::jsonb AS evidence
  FROM told
 WHERE cases > 0
 UNION ALL
SELECT md5('voice not fraud')::uuid, 'OTHER', 'All others, and what is beyond full fives', '其他案件及不足五件的部分', 'voice.fig.not-fraud', jsonb_build_object('cases', cases - fraud), '{}'::jsonb, '[]'::jsonb
  FROM told
 WHERE cases > fraud
 ORDER BY 1

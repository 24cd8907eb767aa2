-- How reports ended: of the cases of the year that are closed, the share in which what was reported was found to be so, wholly or in part. Two rows: closed cases, and those that are not.
--
-- Left out, with the reason: cases that are still open, and closed ones as long as they are fewer than five: one of few would tell how a case ended to whoever knows of the others.
-- Known edge: a case that was handed on outside, or was none, is closed and not confirmed.
WITH told AS (
    SELECT said.outcome
      FROM voice.card
      LEFT JOIN LATERAL (SELECT outcome FROM voice.step WHERE step.card = card.id AND step.what = 'CLOSED' AND step.at <= :known_at ORDER BY no DESC LIMIT 1) AS said ON TRUE
     WHERE card.received BETWEEN :from_day AND :until_day AND card.opened_at <= :known_at
), counted AS (
    SELECT count(*) FILTER (WHERE outcome IS NOT NULL) AS closed, count(*) FILTER (WHERE outcome IN ('SUBSTANTIATED', 'PARTLY')) AS confirmed, count(*) FILTER (WHERE outcome IS NULL) AS open FROM told
)
SELECT md5('voice confirmed closed')::uuid AS subject, 'CLOSED' AS number, 'Closed cases' AS name_en, '已结案件' AS name_zh,
       CASE WHEN closed < 5 THEN 'voice.fig.few' END AS reason,
       CASE WHEN closed < 5 THEN jsonb_build_object('cases', closed) ELSE jsonb_build_object('cases', closed, 'closed', closed, 'confirmed', confirmed) END AS inputs,
       '{}'::jsonb AS facts, '[]'::jsonb AS evidence
  FROM counted
 WHERE closed > 0
 UNION ALL
SELECT md5('voice confirmed open')::uuid, 'OPEN', 'Open cases', '未结案件', 'voice.fig.open', jsonb_build_object('cases', open), '{}'::jsonb, '[]'::jsonb FROM counted WHERE open > 0
 ORDER BY 1

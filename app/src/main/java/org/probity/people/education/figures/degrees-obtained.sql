-- Degrees and certificates obtained with support: one row a result whose day lies in the year; counted when the paper was shown.
--
-- Left out, with the reason: studies that were failed or left.
-- Known edge: the paper of somebody who was forgotten is gone; that it was shown stands.
SELECT result.application AS subject, application.number, programme.title_en AS name_en, programme.title_zh AS name_zh,
       CASE result.outcome WHEN 'FAILED' THEN 'education.state.FAILED' WHEN 'LEFT' THEN 'education.state.LEFT' END AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('kind', programme.kind) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'education.result', 'record', result.record, 'class', CASE result.outcome WHEN 'OBTAINED' THEN 'third-party' ELSE 'statement' END)) AS evidence
  FROM education.result
  JOIN education.application ON application.id = result.application
  JOIN education.programme ON programme.id = application.programme
 WHERE result.at <= :known_at
   AND result.day BETWEEN :from_day AND :until_day
 ORDER BY result.application

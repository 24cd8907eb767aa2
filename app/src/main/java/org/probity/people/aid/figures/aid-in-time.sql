-- Of those who asked because it could not wait, those for whom two had signed within the hours: one row an application of the year; met when the second signature is not later than the last second.
--
-- Left out, with the reason: taken back before the hours were over, and neither helped nor due yet.
-- Known edge: the hours go by the rule of the day of the application. What the committee refused before the hours were over counts as not helped.
SELECT application.id AS subject, application.number, application.number AS name_en, application.number AS name_zh,
       CASE WHEN withdrawn.withdrawn_at <= application.due_at THEN 'aid.fig.in-time.taken-back'
            WHEN second.signed_at IS NULL AND application.due_at > :known_at THEN 'aid.fig.in-time.not-due' END AS reason,
       jsonb_build_object('met', CASE WHEN second.signed_at <= application.due_at THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'aid.evidence.application', 'record', application.record, 'class', 'signed'))
           || CASE WHEN second.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'aid.evidence.signature', 'record', second.record, 'class', 'signed')) END AS evidence
  FROM aid.application
  LEFT JOIN aid.signature AS second ON second.application = application.id AND second.no = 2 AND second.signed_at <= :known_at
  LEFT JOIN aid.withdrawn ON withdrawn.application = application.id AND withdrawn.withdrawn_at <= :known_at
 WHERE application.due_at IS NOT NULL AND application.day BETWEEN :from_day AND :until_day AND application.applied_at <= :known_at
 ORDER BY application.id

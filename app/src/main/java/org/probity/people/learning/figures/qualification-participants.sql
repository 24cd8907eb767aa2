-- Participants of qualification-led training: distinct people who completed at least one session of a course that answers items of a competency standard,
-- in the year.
--
-- Left out: who was there and left too early by the rule of the session's day. Whoever completed several is one. Known edge: people who have left the
-- company since count, because they were trained; being there is not passing, and no exam is counted here.
WITH told AS (
    SELECT attended.person, lists.record, bool_or(attended.completed) AS completed, sum(attended.seconds) AS seconds
      FROM learning.lists(:from_day, :until_day, :known_at) AS lists
      JOIN learning.course ON course.id = lists.course AND course.kind = 'QUALIFICATION'
      JOIN learning.attended ON attended.session = lists.session AND attended.no = lists.no
     GROUP BY attended.person, lists.record
), there AS (
    SELECT person, bool_or(completed) AS completed, sum(seconds) AS seconds,
           jsonb_agg(jsonb_build_object('kind', 'learning.list', 'record', record, 'class', 'signed') ORDER BY record) AS evidence
      FROM told
     GROUP BY person
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN NOT there.completed THEN 'learning.figure.not-completed' END AS reason,
       jsonb_build_object('seconds', there.seconds) AS inputs,
       '{}'::jsonb AS facts,
       there.evidence
  FROM there
  JOIN directory.name ON name.id = there.person
 ORDER BY name.id

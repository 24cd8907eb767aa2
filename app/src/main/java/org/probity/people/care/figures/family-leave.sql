-- Who took leave around a birth or for a small child: one row a person whose leave of that kind began in the year.
--
-- Known edge: whoever took two is one. What is agreed to and yet to come counts; what was taken back does not. Who would have been entitled is not known to the house, which keeps no register
-- of children.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1, 'hours', (sum(leave.amount) / 100.0)::numeric(12, 2)::text) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_agg(jsonb_build_object('kind', 'care.answered', 'record', leave.record, 'class', 'signed') ORDER BY leave.record) AS evidence
  FROM care.family_leave(:known_at) AS leave
  JOIN directory.name ON name.id = leave.person
 WHERE leave.from_day BETWEEN :from_day AND :until_day
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id

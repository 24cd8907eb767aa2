-- Discussion sessions and democratic-life meetings of the year, with minutes: one row a meeting whose day lies in the year.
--
-- Counted: the list of those present is closed, and somebody who was there and did not write the newest minutes has read them. Left out, with the reason: called off, still to come, list not
-- closed, minutes missing or unread.
-- Known edge: minutes that were changed after they were read count again when read again. What came of a meeting is another figure's.
SELECT held.id AS subject, held.number, held.number AS name_en, held.number AS name_zh,
       CASE WHEN held.called_off THEN 'dialogue.fig.called-off'
            WHEN held.ends_at > :known_at THEN 'dialogue.fig.to-come'
            WHEN NOT held.all_closed THEN 'dialogue.fig.list-open'
            WHEN held.minutes_no IS NULL THEN 'dialogue.fig.no-minutes'
            WHEN held.minutes_read_no IS DISTINCT FROM held.minutes_no THEN 'dialogue.fig.minutes-unread' END AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('dialogue.form', meeting.form, 'dialogue.people', held.people + held.others,
                          'dialogue.points', (SELECT count(*) FROM dialogue.point WHERE point.meeting = held.id AND point.at <= :known_at),
                          'dialogue.told', EXISTS (SELECT FROM dialogue.publication WHERE publication.meeting = held.id AND publication.at <= :known_at)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'dialogue.evidence.meeting', 'record', held.record, 'class', 'statement'))
           || CASE WHEN held.minutes_record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'gathering.minutes', 'record', held.minutes_record, 'class', 'signed')) END AS evidence
  FROM gathering.standing_at(:known_at) AS held
  JOIN dialogue.meeting ON meeting.occasion = held.id
 WHERE held.kind = 'dialogue.meeting' AND (held.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
 ORDER BY held.id

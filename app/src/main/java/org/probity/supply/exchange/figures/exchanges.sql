-- Exchanges with suppliers on responsible supply: visits, calls, conferences and trainings held in the year, with topic, attendees and minutes.
--
-- Counted: its first day lies in the year, the list of those present is closed, both sides were there, and somebody other than the writer who was there
-- has read the newest minutes. Left out, with the reason: called off, list not closed, nobody of them or of us on it, minutes missing or unread.
-- Known edge: one conference with forty suppliers is one exchange. Minutes that were changed after they were read count again when read again. Attendees
-- who are named nowhere stand as a number beside the list and count for the other side.
WITH held AS (
    SELECT occasion.*
      FROM gathering.standing_at(:known_at) AS occasion
     WHERE occasion.kind = 'exchange.exchange'
       AND (occasion.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
), there AS (
    SELECT occasion, bool_or(party IS NULL) AS ours, bool_or(party IS NOT NULL) AS theirs, jsonb_agg(DISTINCT record) AS lists
      FROM gathering.spent(:known_at)
     WHERE kind = 'exchange.exchange'
     GROUP BY occasion
)
SELECT held.id AS subject, held.number, held.title AS name_en, held.title AS name_zh,
       CASE WHEN held.called_off THEN 'exchange.figure.called-off'
            WHEN NOT held.all_closed THEN 'exchange.figure.list-open'
            WHEN there.ours IS NOT TRUE OR there.theirs IS NOT TRUE AND held.others = 0 THEN 'exchange.figure.one-side'
            WHEN held.minutes_no IS NULL THEN 'exchange.figure.no-minutes'
            WHEN held.minutes_read_no IS DISTINCT FROM held.minutes_no THEN 'exchange.figure.minutes-unread' END AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('exchange.form', exchange.form, 'exchange.topics', to_jsonb(held.topics), 'exchange.suppliers', cardinality(held.parties),
                          'exchange.people', held.people + held.others) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'exchange.entered', 'record', held.record, 'class', 'statement'))
           || CASE WHEN held.minutes_record IS NULL THEN '[]'::jsonb
                   ELSE jsonb_build_array(jsonb_build_object('kind', 'gathering.minutes', 'record', held.minutes_record, 'class', 'signed')) END
           || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'gathering.list', 'record', list, 'class', 'signed') ORDER BY list) FROM jsonb_array_elements_text(there.lists) AS list), '[]')
           AS evidence
  FROM held
  JOIN exchange.exchange ON exchange.occasion = held.id
  LEFT JOIN there ON there.occasion = held.id
 ORDER BY held.id

-- Improvements that came of what was said on the board and were published with their result: a row a measure that was promised upon a thread and due in the year; published when its result
-- stands for everybody to read.
--
-- Left out, with the reason: measures that were dropped. Known edge: one that is done and not published counts as none.
SELECT it.id AS subject, it.number, it.what AS name_en, it.what AS name_zh,
       CASE WHEN it.state = 'DROPPED' THEN 'community.fig.dropped' END AS reason,
       jsonb_build_object('published', CASE WHEN it.result IS NOT NULL THEN 1 ELSE 0 END, 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'community.evidence.measure', 'record', it.record, 'class', 'signed')) AS evidence
  FROM measure.standing_at(:known_at) AS it
 WHERE it.kind = 'community.thread' AND it.due_day BETWEEN :from_day AND :until_day
 ORDER BY it.id

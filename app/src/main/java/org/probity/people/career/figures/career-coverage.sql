-- The share of career tracks that have a competency standard in force: one row a track, at the end of the year, or today while it runs.
--
-- Met: a version of the track's standard was approved by two and is in force. A track without one is a row that is not met, and is the gap.
-- Known edge: a standard whose track nobody opened cannot be; an edition that holds one is refused.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT md5('career.track ' || track.code)::uuid AS subject, track.code AS number, track.name_en, track.name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1, 'met', CASE WHEN standard.track IS NULL THEN 0 ELSE 1 END) AS inputs,
       jsonb_strip_nulls(jsonb_build_object('ladder', track.ladder, 'version', standard.version)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'career.edition', 'record', coalesce(standard.record, track.record), 'class', 'signed')) AS evidence
  FROM ends
 CROSS JOIN LATERAL career.tracks(ends.day, :known_at) AS track
  LEFT JOIN LATERAL (SELECT held.track, held.version, held.record FROM career.standards(ends.day, :known_at) AS held WHERE held.track = track.code) AS standard ON true
 ORDER BY track.code

-- Career tracks in force at the end of the year, or today while it runs: one row a track, whichever ladder it is on.
--
-- Counted: every track that two people approved and that was in force on the day. Each approved edition states how many codes it adds.
-- Known edge: a track that an edition names anew keeps its code and is one track.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT md5('career.track ' || track.code)::uuid AS subject, track.code AS number, track.name_en, track.name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1, 'met', CASE WHEN standard.track IS NULL THEN 0 ELSE 1 END) AS inputs,
       jsonb_build_object('ladder', track.ladder, 'family', track.family_en) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'career.edition', 'record', track.record, 'class', 'signed')) AS evidence
  FROM ends
 CROSS JOIN LATERAL career.tracks(ends.day, :known_at) AS track
  LEFT JOIN LATERAL (SELECT held.track FROM career.standards(ends.day, :known_at) AS held WHERE held.track = track.code) AS standard ON true
 ORDER BY track.code

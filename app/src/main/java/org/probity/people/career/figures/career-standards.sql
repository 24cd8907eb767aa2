-- Competency standards in force at the end of the year, or today while it runs: one row a standard, by its newest version.
--
-- Counted: standards of which a version was approved by two. A newer version takes the place of the one before and adds no row.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
)
SELECT held.standard AS subject, held.track || ' ' || held.version AS number, held.title_en AS name_en, held.title_zh AS name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('version', held.version, 'sha256', held.sha256,
                          'items', (SELECT count(*) FROM career.version_item AS item WHERE item.version = held.id)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'career.edition', 'record', held.record, 'class', 'signed')) AS evidence
  FROM ends
 CROSS JOIN LATERAL career.standards(ends.day, :known_at) AS held
 ORDER BY held.track

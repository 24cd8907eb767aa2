-- Wafer suppliers whose chain to quartz lies here as a file of events that one of us accepted for the year.
--
-- Counted: suppliers of wafers whose relation goes on at the end of the period, or today while it runs.
-- Met: a file of theirs was accepted for the year: every wafer lot in it leads to quartz, each place has a name, and no way touched anybody barred or on a list then.
-- Left out: suppliers of other things, and those from whom something came in the period though their relation had ended by its end.
-- Known edge: what a supplier delivered that is in no file of theirs is not seen here; the silicon figures count by mass. A file that was accepted stays accepted when
-- something is learned later; the page of its lots says what is known now.
WITH day AS (
    SELECT least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS day,
           least(CAST(:known_at AS timestamptz), (CAST(:until_day AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') AS moment
), delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), active AS (
    SELECT supplier FROM supplier.active((SELECT day FROM day), (SELECT moment FROM day))
), accepted AS (
    SELECT supplier, lots, record FROM traceability.chain_files(:year, :known_at)
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN active.supplier IS NULL THEN 'traceability.was-not-active' WHEN name.category <> 'wafer' THEN 'traceability.not-of-wafers' END AS reason,
       jsonb_build_object('met', CASE WHEN accepted.supplier IS NULL THEN 0 ELSE 1 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       jsonb_build_object('traceability.chain-lots', coalesce(accepted.lots, 0)) AS facts,
       CASE WHEN accepted.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'traceability.chain', 'record', accepted.record, 'class', 'form')) END AS evidence
  FROM supplier.name
  LEFT JOIN active ON active.supplier = name.id
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN accepted ON accepted.supplier = name.id
 WHERE active.supplier IS NOT NULL OR delivered.supplier IS NOT NULL
 ORDER BY name.id

-- Each file and each granted level states how many people it placed who were on no track before; of these some are no longer here.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), staff AS MATERIALIZED (
    SELECT DISTINCT engaged.person FROM ends CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged WHERE engaged.kind <> 'RETIREE'
)
SELECT coalesce((SELECT sum(newly) FROM career.placing_stated CROSS JOIN ends WHERE at <= :known_at AND from_day <= ends.day), 0)::numeric AS stated,
       (SELECT count(*) FROM ends CROSS JOIN LATERAL career.placed(ends.day, :known_at) AS placed LEFT JOIN staff ON staff.person = placed.person
         WHERE staff.person IS NULL)::numeric AS other

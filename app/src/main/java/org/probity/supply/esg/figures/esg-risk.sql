-- Suppliers of high risk for environment, people or governance, and whether a plan was agreed with them for each side that is high.
--
-- Counted: suppliers whose relation goes on at the end of the period, or today while it runs, and whose newest review by then found at least one side high.
-- Met: for each side that is high there is a plan that we agreed to, opened within the twelve months before.
-- Left out: suppliers of low or medium risk, those that no review has reached yet, and those from whom something came in the period though their relation
-- had ended by its end or the register did not know them yet. How many there are of each band stands in the facts of the rows.
-- Known edge: who is entered in the register after the period and delivered nothing in it is no row of it, even when the period is asked for later.
-- Known edge: a side that is high by points of lists alone asks for no plan, because a supplier is not told of lists (docs/adr/0034). It is high, so it counts,
-- and as one without a plan. The words of the figure say so.
-- Known edge: a plan that was closed still counts within its twelve months, because points for a country or category stay when a supplier has done what it can.
WITH day AS (
    SELECT least(CAST(:until_day AS date), (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS day,
           least(CAST(:known_at AS timestamptz), (CAST(:until_day AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') AS moment
), delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), active AS (
    SELECT supplier FROM supplier.active((SELECT day FROM day), (SELECT moment FROM day))
), side AS (
    SELECT risk.supplier, risk.pillar, risk.band, risk.points, risk.record,
           risk.band = 'HIGH' AND EXISTS (
               SELECT FROM esg.plan
                 JOIN casework.standing_at((SELECT moment FROM day)) AS action ON action.kind = 'esg.risk' AND action.subject = plan.id
                WHERE plan.supplier = risk.supplier
                  AND plan.pillar = risk.pillar
                  AND plan.opened_at > (SELECT moment FROM day) - INTERVAL '365 days'
                  AND action.state IN ('PLAN_ACCEPTED', 'DONE_SENT', 'DONE_RETURNED', 'VERIFIED', 'CLOSED')) AS agreed
      FROM esg.risk_at((SELECT moment FROM day)) AS risk
), supplier_risk AS (
    SELECT side.supplier, bool_or(side.band = 'HIGH') AS high, bool_and(side.band <> 'HIGH' OR side.agreed) AS all_agreed,
           max(CASE side.band WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 2 ELSE 1 END) AS worst,
           jsonb_object_agg(side.pillar, jsonb_build_object('band', side.band, 'points', side.points)) AS facts,
           (array_agg(side.record))[1] AS record
      FROM side
     GROUP BY side.supplier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN active.supplier IS NULL THEN 'esg.was-not-active'
            ELSE CASE supplier_risk.worst WHEN 3 THEN NULL WHEN 2 THEN 'esg.is-medium' WHEN 1 THEN 'esg.is-low' ELSE 'esg.without-review' END END AS reason,
       jsonb_build_object('met', CASE WHEN supplier_risk.high AND supplier_risk.all_agreed THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       coalesce(supplier_risk.facts, '{}') AS facts,
       CASE WHEN supplier_risk.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'esg.review', 'record', supplier_risk.record, 'class', 'form')) END AS evidence
  FROM supplier.name
  LEFT JOIN active ON active.supplier = name.id
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN supplier_risk ON supplier_risk.supplier = name.id
 WHERE active.supplier IS NOT NULL OR delivered.supplier IS NOT NULL
 ORDER BY name.id

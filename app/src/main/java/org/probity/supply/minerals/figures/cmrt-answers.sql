-- Answers to the conflict-minerals survey: tin suppliers that delivered in the period, and whether their CMRT of the year was accepted and held.
--
-- Counted: suppliers with at least one goods receipt in the period of a material with a share of tin above 0 (CAS 7440-31-5).
-- Met: the CMRT of the year was accepted by both departments and holds at the end of the period, or today while it runs.
-- Left out: suppliers on the tin list from whom nothing came in the period.
-- Known edge: the smelters named by an answer that lapsed later in the year still count among the smelters of the year.
SELECT tin.supplier AS subject, tin.number, tin.name_en, tin.name_zh, tin.reason,
       jsonb_build_object('met', CASE WHEN standing.state IN ('MET', 'LAPSED')
                                       AND standing.valid_until >= least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date) THEN 1 ELSE 0 END,
                          'kilograms', tin.kilograms::text) AS inputs,
       CASE WHEN standing.id IS NULL THEN '{}'::jsonb
            ELSE jsonb_build_object('minerals.cmrt', jsonb_build_object(
                     'state', standing.state, 'day', (standing.at AT TIME ZONE 'Asia/Shanghai')::date,
                     'holds', standing.state IN ('MET', 'LAPSED') AND standing.valid_until >= least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date))) END AS facts,
       CASE WHEN standing.state IN ('MET', 'LAPSED')
            THEN jsonb_build_array(jsonb_build_object('kind', 'minerals.cmrt', 'record', obligation.accepted_record(standing.id, :known_at), 'class', 'form'))
            ELSE '[]'::jsonb END AS evidence
  FROM minerals.tin_suppliers(:from_day, :until_day, :known_at) AS tin
  LEFT JOIN obligation.standing_at(:known_at) AS standing
         ON standing.kind = 'minerals.cmrt' AND standing.period = :year AND standing.party = tin.supplier
 ORDER BY tin.supplier

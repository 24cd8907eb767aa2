-- The ESG risk of suppliers drives the plan too (S12): points for each pillar of high or medium risk, by dated rules as the others. A reason without points
-- is none.
INSERT INTO audit.risk_rule (version, since, key, points, source) VALUES
    (1, '2024-01-01', 'esg-high', 20, 'our rule'),
    (1, '2024-01-01', 'esg-medium', 0, 'our rule');

-- Why a supplier should be visited, reason by reason. What makes it a key supplier does not depend on visits; the rest orders the plan.
-- The ledger states masses and no money: the share of mass within its category stands for the share of spend.
CREATE OR REPLACE FUNCTION audit.risk(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, reason text, points int, words jsonb, key boolean)
LANGUAGE sql STABLE AS $$
    WITH rule AS (
        SELECT key, points
          FROM (SELECT DISTINCT ON (key) key, points FROM audit.risk_rule WHERE since <= on_day ORDER BY key, version DESC) AS newest
         WHERE points > 0
    ), share AS (
        SELECT received.supplier, name.category, name.category_en, name.category_zh,
               received.kilograms / sum(received.kilograms) OVER (PARTITION BY name.category) AS share
          FROM supplier.received(on_day - 364, on_day, known_at) AS received
          JOIN supplier.name ON name.id = received.supplier
    ), last AS (
        SELECT DISTINCT ON (supplier) id, supplier, until_day, reaudit_day
          FROM audit.standing_at(known_at)
         WHERE state = 'REPORTED' AND until_day <= on_day
         ORDER BY supplier, until_day DESC
    )
    SELECT share.supplier, 'audit.risk.share', rule.points, jsonb_build_array(floor(share.share * 100)), true
      FROM share
      JOIN rule ON rule.key = CASE WHEN share.share >= 0.5 THEN 'share-50' WHEN share.share >= 0.2 THEN 'share-20'
                                   WHEN share.share >= 0.05 THEN 'share-5' ELSE 'share-some' END
    UNION ALL
    SELECT share.supplier, 'audit.risk.category', rule.points, jsonb_build_array(jsonb_build_object('en', category_en, 'zh', category_zh)), true
      FROM share
      JOIN rule ON rule.key = 'category.' || share.category
    UNION ALL
    SELECT share.supplier, 'audit.risk.tin', rule.points, '[]'::jsonb, true
      FROM share
      JOIN rule ON rule.key = 'tin'
     WHERE share.supplier IN (SELECT tin.supplier FROM supplier.with_substance('7440-31-5', on_day, known_at) AS tin)
    UNION ALL
    SELECT risk.supplier, 'audit.risk.esg', sum(rule.points)::int, 
           jsonb_build_array(CASE risk.band WHEN 'HIGH' THEN jsonb_build_object('en', 'high', 'zh', '高') ELSE jsonb_build_object('en', 'medium', 'zh', '中') END,
                             string_agg(risk.pillar, ', ' ORDER BY risk.pillar)), true
      FROM esg.risk_at(known_at) AS risk
      JOIN rule ON rule.key = 'esg-' || lower(risk.band)
     WHERE risk.supplier IN (SELECT share.supplier FROM share)
     GROUP BY risk.supplier, risk.band
    UNION ALL
    SELECT share.supplier, 'audit.risk.never', rule.points, '[]'::jsonb, false
      FROM share
      JOIN rule ON rule.key = 'never-audited'
     WHERE share.supplier NOT IN (SELECT last.supplier FROM last)
    UNION ALL
    SELECT last.supplier, 'audit.risk.again', rule.points, jsonb_build_array(last.reaudit_day), false
      FROM last
      JOIN rule ON rule.key = 'reaudit-due'
     WHERE last.reaudit_day <= make_date(extract(year FROM on_day)::int, 12, 31)
    UNION ALL
    SELECT last.supplier, 'audit.risk.open', rule.points, jsonb_build_array(count(*)), false
      FROM last
      JOIN audit.finding ON finding.audit = last.id AND finding.severity = 'PRIORITY'
      JOIN casework.standing_at(known_at) AS standing ON standing.kind = 'audit.finding' AND standing.subject = finding.id AND standing.state <> 'CLOSED'
      JOIN rule ON rule.key = 'priority-open'
     GROUP BY last.supplier, rule.points
    UNION ALL
    SELECT last.supplier, 'audit.risk.major', rule.points, jsonb_build_array(count(*)), false
      FROM last
      JOIN audit.finding ON finding.audit = last.id AND finding.severity = 'MAJOR'
      JOIN rule ON rule.key = 'major-last'
     GROUP BY last.supplier, rule.points
$$;


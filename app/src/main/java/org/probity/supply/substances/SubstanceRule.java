package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.Set;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reports that ran out, or never came, mean for new business: a warning, or what the dated setting says. */
@Configuration
class SubstanceRule {
    /**
     * Speaks of who is in scope on the day asked about. A report that holds on that day is enough, whatever else is open; what was asked for and is
     * not yet due is no objection.
     */
    @Bean
    static Rule reportsOfSubstances() {
        return new Rule("substances.reports", 1, LocalDate.of(2024, 1, 1), "Our rule: a RoHS and a REACH report at least once a year", Set.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no, setting.lapsed AS verdict,
                       CASE WHEN last.valid_until IS NULL THEN 'substances.clearance.missing' ELSE 'substances.clearance.lapsed' END AS reason,
                       jsonb_build_array(jsonb_build_object('en', kind.name || ' report', 'zh', kind.name || ' 报告'), coalesce(last.valid_until, owed.due_day)) AS words,
                       coalesce(last.record, owed.record) AS record,
                       NULL::date AS until_day
                  FROM question
                 CROSS JOIN (VALUES ('substances.rohs', 'RoHS'), ('substances.reach', 'REACH')) AS kind (code, name)
                 CROSS JOIN LATERAL (SELECT lapsed FROM substances.setting WHERE from_day <= question.day ORDER BY from_day DESC LIMIT 1) AS setting
                  LEFT JOIN LATERAL (SELECT max(standing.due_day) AS due_day, min(standing.record::text)::uuid AS record
                                       FROM obligation.standing
                                      WHERE standing.party = question.supplier
                                        AND standing.kind = kind.code
                                        AND standing.state <> 'WAIVED') AS owed ON true
                  LEFT JOIN LATERAL (SELECT standing.valid_until, standing.record
                                       FROM obligation.standing
                                      WHERE standing.party = question.supplier
                                        AND (standing.kind = kind.code OR kind.code = 'substances.reach' AND standing.kind = 'substances.renewal')
                                        AND standing.valid_until IS NOT NULL
                                        AND standing.state IN ('MET', 'LAPSED')
                                      ORDER BY standing.valid_until DESC
                                      LIMIT 1) AS last ON true
                 WHERE setting.lapsed <> 'PASS'
                   AND (last.valid_until < question.day OR last.valid_until IS NULL AND owed.due_day < question.day)
                   AND EXISTS (SELECT
                                 FROM supplier.bought(question.day, 'infinity') AS bought
                                CROSS JOIN LATERAL (SELECT asked
                                                      FROM substances.scope
                                                     WHERE (scope.material = bought.material OR scope.category = bought.category)
                                                       AND scope.from_day <= question.day
                                                     ORDER BY scope.material IS NULL, scope.from_day DESC, scope.said_at DESC
                                                     LIMIT 1) AS said
                                WHERE bought.supplier = question.supplier
                                  AND kind.code = ANY (said.asked))
                """);
    }
}

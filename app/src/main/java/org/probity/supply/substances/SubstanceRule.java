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
     * Speaks of who is in scope on the day asked about and was asked. A report that holds on that day is enough, whatever else is open; where there
     * never was one, it speaks when the first day on which one was due is over. A renewal counts as a report.
     */
    @Bean
    static Rule reportsOfSubstances() {
        return new Rule("substances.reports", 1, LocalDate.of(2024, 1, 1), "Our rule: a RoHS and a REACH report at least once a year", Set.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no, setting.lapsed AS verdict,
                       CASE WHEN paper.valid_until IS NULL THEN 'substances.clearance.missing' ELSE 'substances.clearance.lapsed' END AS reason,
                       jsonb_build_array(jsonb_build_object('en', paper.name || ' report', 'zh', paper.name || ' 报告'), coalesce(paper.valid_until, paper.due_day)) AS words,
                       paper.record,
                       NULL::date AS until_day
                  FROM question
                 CROSS JOIN LATERAL (SELECT lapsed FROM substances.setting WHERE from_day <= question.day ORDER BY from_day DESC LIMIT 1) AS setting
                 CROSS JOIN LATERAL (SELECT CASE standing.kind WHEN 'substances.rohs' THEN 'RoHS' ELSE 'REACH' END AS name,
                                            max(standing.valid_until) AS valid_until, min(standing.due_day) AS due_day,
                                            (array_agg(standing.record ORDER BY standing.valid_until DESC NULLS LAST, standing.due_day))[1] AS record
                                       FROM obligation.standing
                                      WHERE standing.party = question.supplier
                                        AND standing.kind IN ('substances.rohs', 'substances.reach', 'substances.renewal')
                                        AND standing.state <> 'WAIVED'
                                      GROUP BY 1) AS paper
                 WHERE setting.lapsed <> 'PASS'
                   AND (paper.valid_until < question.day OR paper.valid_until IS NULL AND paper.due_day < question.day)
                   AND EXISTS (SELECT
                                 FROM supplier.bought(question.day, 'infinity') AS bought
                                CROSS JOIN LATERAL (SELECT asked
                                                      FROM substances.scope
                                                     WHERE (scope.material = bought.material OR scope.category = bought.category)
                                                       AND scope.from_day <= question.day
                                                     ORDER BY scope.material IS NULL, scope.from_day DESC, scope.said_at DESC
                                                     LIMIT 1) AS said
                                WHERE bought.supplier = question.supplier
                                  AND CASE paper.name WHEN 'RoHS' THEN 'substances.rohs' ELSE 'substances.reach' END = ANY (said.asked))
                """);
    }
}

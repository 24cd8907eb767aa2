package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.Set;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.probity.supply.evaluation.Source;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an open Priority finding means for new business: a warning while it is in time, a stop when its closing day is past. By the dated setting. */
@Configuration
class AuditRule {
    @Bean
    static Rule priorityFindingOpen() {
        return new Rule("audit.priority-open", 1, LocalDate.of(2024, 1, 1), "Our rule; Priority findings as in the RBA audit manual", Set.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no,
                       CASE WHEN standing.close_due_day < question.day THEN setting.late ELSE setting.open END AS verdict,
                       CASE WHEN standing.close_due_day < question.day THEN 'audit.clearance.late' ELSE 'audit.clearance.open' END AS reason,
                       jsonb_build_array(jsonb_build_object('en', standing.title_en, 'zh', standing.title_zh), standing.close_due_day) AS words,
                       standing.record,
                       NULL::date AS until_day
                  FROM question
                  JOIN casework.standing ON standing.supplier = question.supplier
                                        AND standing.kind = 'audit.finding'
                                        AND standing.severity = 'PRIORITY'
                                        AND standing.state <> 'CLOSED'
                 CROSS JOIN LATERAL (SELECT open, late
                                       FROM audit.priority_setting
                                      WHERE from_day <= question.day
                                      ORDER BY from_day DESC, version DESC
                                      LIMIT 1) AS setting
                 WHERE (CASE WHEN standing.close_due_day < question.day THEN setting.late ELSE setting.open END) <> 'PASS'
                """);
    }

    /** A Priority finding whose closing day passed in the half-year, or before it, without a closing fails the gate of the grade. */
    @Bean
    static Source priorityFindingLate() {
        return new Source("no-breach", """
                SELECT standing.supplier, 0::numeric AS over, 1::numeric AS under,
                       jsonb_build_object('priority-late', count(*)) AS facts,
                       array_agg(standing.record) AS records
                  FROM casework.standing_at(least(CAST(:known_at AS timestamptz), (CAST(:until_day AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')) AS standing
                 WHERE standing.kind = 'audit.finding'
                   AND standing.severity = 'PRIORITY'
                   AND standing.state <> 'CLOSED'
                   AND standing.close_due_day <= :until_day
                 GROUP BY standing.supplier
                """);
    }
}

package org.probity.supply.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.shapes.casework.CaseKind;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What grades stop. Nobody has to remember a grade: whoever asks for a clearance hears of it. */
@Configuration
class EvaluationRules {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final String SEED = "Graded management of suppliers: C corrective action with support, D termination";

    /** C: nothing new until the plan is agreed. What is under contract goes on, or the plan could not be carried out. */
    @Bean
    Rule noNewBusinessWithC() {
        return new Rule("evaluation.grade-c", 1, SINCE, SEED, Set.of(Act.QUOTATION, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no, 'STOP' AS verdict, 'evaluation.stops-c' AS reason, '[]'::jsonb AS words, consequence.record, NULL::date AS until_day
                  FROM question
                  JOIN evaluation.consequence ON consequence.supplier = question.supplier
                 WHERE consequence.ended_at IS NULL
                   AND consequence.kind = 'CORRECTIVE_PLAN'
                   AND consequence.done_at IS NULL
                """);
    }

    /** D: nothing new at once; orders until the day by which somebody else follows. */
    @Bean
    Rule terminationOfD() {
        return new Rule("evaluation.grade-d", 1, SINCE, SEED, Set.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no,
                       CASE WHEN question.act = 'ORDER' AND question.day <= consequence.due_day THEN 'WARN' ELSE 'STOP' END AS verdict,
                       CASE WHEN question.act = 'ORDER' AND question.day <= consequence.due_day THEN 'evaluation.warns-d' ELSE 'evaluation.stops-d' END AS reason,
                       jsonb_build_array(consequence.due_day::text) AS words, consequence.record, NULL::date AS until_day
                  FROM question
                  JOIN evaluation.consequence ON consequence.supplier = question.supplier
                 WHERE consequence.ended_at IS NULL
                   AND consequence.kind = 'TERMINATION'
                """);
    }

    /** The plan a supplier graded C owes; the days are our own rule. */
    @Bean
    CaseKind correctivePlan(Scorecards scorecards) {
        return new CaseKind(Consequences.PLAN, Set.of(Role.QUALITY, Role.BUYER),
                (UUID card) -> scorecards.find(card).map(it -> "/app/evaluation/" + it.round() + "/" + it.supplier()).orElse(""),
                List.of(new CaseKind.Span("C", SINCE, 30, 180, "Helia Solar: Supplier Quality Performance and Daily Management Standards; adjust to your own")));
    }
}

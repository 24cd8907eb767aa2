package org.probity.supply.screening;

import java.time.LocalDate;
import java.util.EnumSet;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.probity.supply.evaluation.Source;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What screening means for a clearance. */
@Configuration(proxyBeanMethods = false)
class ScreeningRules {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 26);
    private static final String SOURCE = "Supplier Development and Management Procedure";

    /** A list of the house's own may be excepted from by those who keep it; a law's may not. */
    @Bean
    Rule nothingWithWhomIsListed() {
        return new Rule("screening.listed", 1, SINCE, SOURCE, EnumSet.allOf(Act.class), """
                SELECT question.no, CASE standing.source WHEN 'OWN' THEN 'STOP' ELSE 'BAR' END, 'screening.reason.listed',
                       jsonb_build_array(jsonb_build_object('en', standing.list_en, 'zh', standing.list_zh)), standing.record, NULL::date
                  FROM question
                  JOIN screening.standing ON standing.supplier = question.supplier AND standing.state = 'TRUE_HIT'
                """);
    }

    /** As each list is set: nothing, a warning, or a stop until somebody has looked. */
    @Bean
    Rule carefulWithWhomIsLikeAnEntry() {
        return new Rule("screening.like-entry", 1, SINCE, SOURCE, EnumSet.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.PAYMENT, Act.RENEWAL), """
                SELECT question.no, standing.verdict, 'screening.reason.alike',
                       jsonb_build_array(jsonb_build_object('en', standing.list_en, 'zh', standing.list_zh)), standing.record, NULL::date
                  FROM question
                  JOIN screening.standing ON standing.supplier = question.supplier AND standing.state = 'OPEN' AND standing.verdict <> 'NONE'
                """);
    }

    /**
     * Whoever two of us held to be on a list, on a day of the half-year, fails the gate of its grade. A later word that it was somebody else opens it
     * again; that the list let go of it does not.
     */
    @Bean
    Source listedInTheHalfYear() {
        return new Source("no-breach", """
                WITH told AS (
                    SELECT alert.supplier, alert.list, step.state, step.at, step.record,
                           lead(step.state) OVER next AS then_state, lead(step.at) OVER next AS then_at
                      FROM screening.alert
                      JOIN screening.step ON step.alert = alert.id
                     WHERE step.at <= :known_at
                    WINDOW next AS (PARTITION BY alert.id ORDER BY step.no)
                )
                SELECT told.supplier, 0::numeric AS over, 1::numeric AS under,
                       jsonb_build_object('listed', count(DISTINCT told.list)) AS facts,
                       array_agg(told.record) AS records
                  FROM told
                 WHERE told.state = 'TRUE_HIT'
                   AND (told.at AT TIME ZONE 'Asia/Shanghai')::date <= :until_day
                   AND (told.then_state IS NULL OR told.then_state = 'CLOSED' AND (told.then_at AT TIME ZONE 'Asia/Shanghai')::date >= :from_day)
                 GROUP BY told.supplier
                """);
    }
}

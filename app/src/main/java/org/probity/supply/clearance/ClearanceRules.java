package org.probity.supply.clearance;

import java.time.LocalDate;
import java.util.EnumSet;
import org.probity.house.settings.DaysKept;
import org.probity.house.webhook.EventKind;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one rule that follows from the register itself, the one event, and the figure. */
@Configuration(proxyBeanMethods = false)
class ClearanceRules {
    /** Other systems may keep a copy of our answers; they are told when to ask again. */
    @Bean
    EventKind clearanceChanged() {
        return Clearances.CHANGED;
    }

    /** Answers are many; how long they are kept is a setting. */
    @Bean
    DaysKept answersKept() {
        return Answers.KEPT;
    }

    /** How much of what was ordered was asked for before. */
    @Bean
    Figure askedBeforeOrdering() {
        return new Figure("asked-before-ordering", "SC-33", 1, LocalDate.of(2024, 1, 1), new Fold.RatioOfSums("asked", "orders"), Rounding.percent(2), "%",
                Figure.Level.PUBLIC, "AO", "clearance.asked-before-ordering", Figure.sql(ClearanceRules.class, "figures/asked-before-ordering.sql"),
                new Figure.Control("deeds", "", Figure.sql(ClearanceRules.class, "figures/deeds-reported.sql")));
    }

    /** Nothing new is begun with whom we have parted; what was ordered may still come in and be paid. */
    @Bean
    Rule nothingNewAfterTheEnd() {
        return new Rule("clearance.ended", 1, LocalDate.of(2020, 1, 1), "Supplier Development and Management Procedure",
                EnumSet.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), """
                SELECT question.no, 'STOP', 'clearance.reason.ended', jsonb_build_array(ended.last_day), ended.record, NULL::date
                  FROM question
                  JOIN supplier.ended ON ended.supplier = question.supplier AND ended.last_day < question.day
                """);
    }
}

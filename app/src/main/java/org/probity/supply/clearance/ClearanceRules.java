package org.probity.supply.clearance;

import java.time.LocalDate;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one rule that follows from the register itself. */
@Configuration(proxyBeanMethods = false)
class ClearanceRules {
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

package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.Set;
import org.probity.shapes.figure.Figure;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the qualified list says when somebody asks before an order. Whoever began the way to the list is judged by it; of others it speaks only
 * where the list binds their category. A quotation from somebody not yet admitted is a warning: it is how one gets to know them.
 */
@Configuration
class AdmissionRules {
    @Bean
    Rule orderingFromTheQualifiedList() {
        return new Rule("admission.qualified", 1, LocalDate.of(2024, 1, 1), "Supplier Development and Management Procedure",
                Set.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL), Figure.sql(AdmissionRules.class, "rules/qualified.sql"));
    }
}

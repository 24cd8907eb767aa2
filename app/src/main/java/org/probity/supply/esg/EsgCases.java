package org.probity.supply.esg;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.shapes.casework.CaseKind;
import org.probity.shapes.casework.CaseKind.Span;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** High risk as a plan that the supplier owes, with the days of the house. */
@Configuration
class EsgCases {
    static final String KIND = "esg.risk";
    static final String HIGH = "HIGH";
    static final Set<Role> HANDLERS = Set.of(Role.SOURCING_OFFICER, Role.EHS, Role.BUYER);

    @Bean
    static CaseKind plansForHighRisk() {
        return new CaseKind(KIND, HANDLERS, subject -> "/app/esg/plans/" + subject,
                List.of(new Span(HIGH, LocalDate.of(2024, 1, 1), 30, 180, "Our rule; the house may choose other days.")));
    }
}

package org.probity.people.subsidy;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was paid. Rows are claims of people: never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class SubsidyFigures {
    @Bean
    Figure subsidiesPaid() {
        return new Figure("subsidies-paid", "PE-97", 1, LocalDate.of(2024, 1, 1), new Fold.Sum("paid"), Rounding.places(2), "CNY", Figure.Level.ASSURER, "HC", "subsidy.fig.paid",
                Figure.sql(SubsidyFigures.class, "figures/subsidies-paid.sql"), new Figure.Control("paid", "CNY", Figure.sql(SubsidyFigures.class, "figures/lists-total.sql")));
    }

    @Bean
    static SubjectPage claimsInFigures() {
        return new SubjectPage("subsidies-paid", SubsidyWeb.ALL + "/claims/", Set.of(Role.HR));
    }
}

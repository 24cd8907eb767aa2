package org.probity.supply.green;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.supply.evaluation.Source;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The share of what we pay that goes to green suppliers, and what green criteria weigh in a grade when its rule book says so. */
@Configuration(proxyBeanMethods = false)
class GreenFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Held against the number of lines that the ERP says it has reported. */
    @Bean
    Figure greenSpend() {
        return new Figure("green-spend", "SC-74", 1, SINCE, new Fold.RatioOfSums("green", "spend"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "GS", "green.green-spend",
                Figure.sql(GreenFigures.class, "figures/green-spend.sql"),
                new Figure.Control("deeds", "", Figure.sql(GreenFigures.class, "figures/deeds-reported.sql")));
    }

    @Bean
    Source greenCriteria() {
        return new Source("green-criteria", Figure.sql(GreenFigures.class, "sources/green-criteria.sql"));
    }
}

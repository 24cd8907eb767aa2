package org.probity.people.labour;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of lawful work. Rows of people are never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class LabourFigures {
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    /** Held against what the return to the social insurance says of new people. */
    @Bean
    static Figure ageCheckedAtStart() {
        return new Figure("age-checked-hires", "PE-01", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LA", "labour.age-checked-hires",
                Figure.sql(LabourFigures.class, "figures/age-checked-at-start.sql"),
                new Figure.Control("counted", "", Figure.sql(LabourFigures.class, "figures/hires-stated.sql")));
    }
}

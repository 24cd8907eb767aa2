package org.probity.shapes.policy;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many rules of the supply chain are in force, held against what two people approved. */
@Configuration
class PolicyFigures {
    /** A rule that was ended before the day is left out, and its row says "policy.ended-before". */
    @Bean
    Figure supplyRules() {
        return new Figure("supply-rules", "SC-01", 1, LocalDate.of(2025, 1, 1), new Fold.Count(), Rounding.places(0), "", Figure.Level.PUBLIC, "RU",
                "policy.supply-rules", Figure.sql(PolicyFigures.class, "figures/supply-rules.sql"),
                new Figure.Control("approved", "", Figure.sql(PolicyFigures.class, "figures/approved-rules.sql")));
    }
}

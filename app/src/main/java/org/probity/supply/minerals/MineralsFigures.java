package org.probity.supply.minerals;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures about minerals. */
@Configuration
class MineralsFigures {
    @Bean
    Figure tinDueDiligence() {
        return new Figure(
                "tin-due-diligence", "SC-02", 1, LocalDate.of(2024, 1, 1),
                new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "T",
                "minerals.tin-due-diligence",
                Figure.sql(MineralsFigures.class, "figures/tin-due-diligence.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(MineralsFigures.class, "figures/tin-due-diligence-control.sql")));
    }
}

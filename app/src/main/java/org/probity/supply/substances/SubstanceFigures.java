package org.probity.supply.substances;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figure about reports of substances, held against the goods-receipt ledger. */
@Configuration
class SubstanceFigures {
    @Bean
    Figure reportsWithinTwelveMonths() {
        return new Figure("sup-rohs-reach", "SC-61", 2, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "RS",
                "substances.figure.sup-rohs-reach", Figure.sql(SubstanceFigures.class, "figures/sup-rohs-reach.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(SubstanceFigures.class, "figures/goods-receipt-ledger.sql")));
    }
}

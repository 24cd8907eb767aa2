package org.probity.supply.supplier;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figure about the code of conduct, held against the goods-receipt ledger: whoever delivered is among its rows. */
@Configuration
class SupplierFigures {
    /** Who left before the day is left out, and the row says "supplier.ended-before". */
    @Bean
    Figure supplierCode() {
        return new Figure("supplier-code", "SC-10", 1, LocalDate.of(2025, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "CC",
                "supplier.supplier-code", Figure.sql(SupplierFigures.class, "figures/supplier-code.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(SupplierFigures.class, "figures/goods-receipt-ledger-of-all.sql")));
    }
}

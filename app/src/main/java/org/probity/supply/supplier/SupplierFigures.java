package org.probity.supply.supplier;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who supplies us, who is bound by the code of conduct, and what became of the corrective actions that were asked of them. */
@Configuration
class SupplierFigures {
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    /** Whoever delivered is among the rows. */
    private static final Figure.Control LEDGER = new Figure.Control("kilograms", "kg", sql("goods-receipt-ledger-of-all"));
    private static final Figure.Control STEPS = new Figure.Control("steps", "", sql("steps-in-the-log"));

    /** Who left before the day is left out, and the row says "supplier.ended-before". Version 2 since records can be merged: the one that went is no row. */
    @Bean
    Figure supplierCode() {
        return new Figure("supplier-code", "SC-10", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "CC",
                "supplier.supplier-code", sql("supplier-code"),
                LEDGER);
    }

    @Bean
    Figure activeSuppliers() {
        return new Figure("active-suppliers", "SC-81", 1, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.PUBLIC, "AC",
                "supplier.active-suppliers", sql("active-suppliers"), new Figure.Control("kilograms", "kg", sql("goods-receipt-ledger")));
    }

    @Bean
    Figure improvementsAgreed() {
        return new Figure("improvements-agreed", "SC-85", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "IA",
                "supplier.improvements-agreed", sql("improvements-agreed"), STEPS);
    }

    @Bean
    Figure actionsClosedInTime() {
        return new Figure("actions-closed-in-time", "SC-86", 1, SINCE, new Fold.RatioOfSums("in-time", "actions"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "CA",
                "supplier.actions-closed-in-time", sql("actions-closed-in-time"), STEPS);
    }

    private static String sql(String file) {
        return Figure.sql(SupplierFigures.class, "figures/" + file + ".sql");
    }
}

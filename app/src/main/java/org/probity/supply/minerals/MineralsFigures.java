package org.probity.supply.minerals;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures about minerals. Their rows differ; the ledger that they are held against is the same. */
@Configuration
class MineralsFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure tinDueDiligence() {
        return figure("tin-due-diligence", "SC-02", "DD", new Fold.Share("met"));
    }

    @Bean
    Figure tinCompliance() {
        return figure("tin-compliance", "SC-03", "CP", new Fold.Share("met"));
    }

    @Bean
    Figure tinTraceability() {
        return figure("tin-traceability", "SC-04", "TR", new Fold.RatioOfSums("traced", "kilograms"));
    }

    private static Figure figure(String key, String code, String rows, Fold fold) {
        return new Figure(key, code, 1, SINCE, fold, Rounding.percent(2), "%", Figure.Level.PUBLIC, rows, "minerals." + key,
                Figure.sql(MineralsFigures.class, "figures/" + key + ".sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(MineralsFigures.class, "figures/goods-receipt-ledger.sql")));
    }
}

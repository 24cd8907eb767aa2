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
        return figure("tin-compliance", 2, "tin-compliance", LocalDate.of(2026, 11, 22), "SC-03", "CP", new Fold.Share("met"));
    }

    /** Until then being listed was enough. It stays for the values that were frozen under it. */
    @Bean
    Figure tinComplianceByListing() {
        return figure("tin-compliance", 1, "tin-compliance-1", SINCE, "SC-03", "CP", new Fold.Share("met"));
    }

    @Bean
    Figure tinTraceability() {
        return figure("tin-traceability", "SC-04", "TR", new Fold.RatioOfSums("traced", "kilograms"));
    }

    @Bean
    Figure cmrtAnswers() {
        return figure("cmrt-answers", "SC-88", "CR", new Fold.Share("met"));
    }

    /** Held against what the accepted answers say they name. */
    @Bean
    Figure smeltersConformant() {
        return new Figure("smelters-conformant", "SC-89", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "SM", "minerals.smelters-conformant",
                Figure.sql(MineralsFigures.class, "figures/smelters-conformant.sql"),
                new Figure.Control("times", "", Figure.sql(MineralsFigures.class, "figures/smelters-named.sql")));
    }

    private static Figure figure(String key, String code, String rows, Fold fold) {
        return figure(key, 1, key, SINCE, code, rows, fold);
    }

    /** @param file where its query lies and its words stand; @param rows letters of its rows' codes */
    private static Figure figure(String key, int version, String file, LocalDate since, String code, String rows, Fold fold) {
        return new Figure(key, code, version, since, fold, Rounding.percent(2), "%", Figure.Level.PUBLIC, rows, "minerals." + file,
                Figure.sql(MineralsFigures.class, "figures/" + file + ".sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(MineralsFigures.class, "figures/goods-receipt-ledger.sql")));
    }
}

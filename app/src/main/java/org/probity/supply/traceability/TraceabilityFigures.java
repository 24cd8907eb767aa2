package org.probity.supply.traceability;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The share of silicon that is traced, in four grades over the same rows, held against what the plants' own books say was charged. */
@Configuration(proxyBeanMethods = false)
class TraceabilityFigures {
    private static final String LOTS = "/app/traceability/lots/";
    private static final Set<Role> NAMED = Set.of(Role.SOURCING_OFFICER, Role.PROCESS, Role.QUALITY, Role.BUYER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Each way is known lot by lot: what a reader takes "traced" for. */
    @Bean
    Figure tracedSilicon() {
        return figure("trace-silicon", "SC-94", "linked", "TL");
    }

    @Bean
    Figure mappedSilicon() {
        return figure("trace-silicon-mapped", "SC-95", "mapped", "TM");
    }

    @Bean
    Figure documentedSilicon() {
        return figure("trace-silicon-documented", "SC-96", "documented", "TD");
    }

    @Bean
    Figure reconciledSilicon() {
        return figure("trace-silicon-reconciled", "SC-97", "reconciled", "TC");
    }

    @Bean
    static Figure waferSuppliersWithAChain() {
        return new Figure("trace-wafer", "SC-98", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "TW", "traceability.trace-wafer",
                Figure.sql(TraceabilityFigures.class, "figures/trace-wafer.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(TraceabilityFigures.class, "figures/goods-receipt-ledger.sql")));
    }

    @Bean
    static SubjectPage lotsOfTracedSilicon() {
        return new SubjectPage("trace-silicon", LOTS, NAMED);
    }

    @Bean
    static SubjectPage lotsOfMappedSilicon() {
        return new SubjectPage("trace-silicon-mapped", LOTS, NAMED);
    }

    @Bean
    static SubjectPage lotsOfDocumentedSilicon() {
        return new SubjectPage("trace-silicon-documented", LOTS, NAMED);
    }

    @Bean
    static SubjectPage lotsOfReconciledSilicon() {
        return new SubjectPage("trace-silicon-reconciled", LOTS, NAMED);
    }

    private static Figure figure(String key, String code, String grade, String rows) {
        return new Figure(key, code, 4, SINCE, new Fold.RatioOfSums(grade, "kilograms"), Rounding.percent(2), "%", Figure.Level.PUBLIC, rows, "traceability." + key,
                Figure.sql(TraceabilityFigures.class, "figures/trace-silicon.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(TraceabilityFigures.class, "figures/charge-stated.sql")));
    }
}

package org.probity.supply.traceability;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The share of silicon that is traced, in four grades over the same rows, held against what the plants' own books say was charged. */
@Configuration(proxyBeanMethods = false)
class TraceabilityFigures {
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

    private static Figure figure(String key, String code, String grade, String rows) {
        return new Figure(key, code, 1, SINCE, new Fold.RatioOfSums(grade, "kilograms"), Rounding.percent(2), "%", Figure.Level.PUBLIC, rows, "traceability." + key,
                Figure.sql(TraceabilityFigures.class, "figures/trace-silicon.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(TraceabilityFigures.class, "figures/charge-stated.sql")));
    }
}

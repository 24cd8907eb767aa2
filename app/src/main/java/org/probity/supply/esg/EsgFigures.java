package org.probity.supply.esg;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures about what suppliers say of themselves and about the risk that follows. Who is of high risk is for assurers. */
@Configuration
class EsgFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    static Figure selfAssessment() {
        return new Figure("self-assessment", "SC-51", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "SA", "esg.self-assessment",
                Figure.sql(EsgFigures.class, "figures/self-assessment.sql"),
                new Figure.Control("counted", "", Figure.sql(EsgFigures.class, "figures/self-assessments-asked.sql")));
    }

    @Bean
    static Figure workerChannels() {
        return new Figure("worker-channels", "SC-53", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "WC", "esg.worker-channels",
                Figure.sql(EsgFigures.class, "figures/worker-channels.sql"),
                new Figure.Control("counted", "", Figure.sql(EsgFigures.class, "figures/social-asked.sql")));
    }

    @Bean
    static Figure esgRisk() {
        return new Figure("esg-risk", "SC-52", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "RK", "esg.esg-risk",
                Figure.sql(EsgFigures.class, "figures/esg-risk.sql"), new Figure.Control("kilograms", "kg", Figure.sql(EsgFigures.class, "figures/goods-receipt-ledger.sql")));
    }
}

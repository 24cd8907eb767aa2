package org.probity.supply.admission;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures about admission; those about who delivers are held against the same ledger, whose kilograms their rows must add up to. */
@Configuration
class AdmissionFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure agreementsSigned() {
        return figure("sup-agreements", "SC-11", "AG");
    }

    @Bean
    Figure dualCertification() {
        return figure("sup-dual-cert", "SC-12", "DC");
    }

    @Bean
    Figure screenedSocially() {
        return figure("sup-admission-social", "SC-13", "SO");
    }

    @Bean
    Figure screenedEnvironmentally() {
        return figure("sup-admission-env", "SC-14", "EN");
    }

    /** How far newcomers have come; held against the number of dossiers that the log counts. */
    @Bean
    Figure newcomersAdmitted() {
        return new Figure("newcomers-admitted", "SC-82", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "NW",
                "admission.figure.newcomers-admitted", Figure.sql(AdmissionFigures.class, "figures/newcomers-admitted.sql"),
                new Figure.Control("places", "", Figure.sql(AdmissionFigures.class, "figures/dossiers-in-the-log.sql")));
    }

    private static Figure figure(String key, String code, String rows) {
        return new Figure(key, code, 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, rows, "admission.figure." + key,
                Figure.sql(AdmissionFigures.class, "figures/" + key + ".sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(AdmissionFigures.class, "figures/goods-receipt-ledger.sql")));
    }
}

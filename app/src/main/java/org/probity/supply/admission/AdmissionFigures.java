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
        return figure("sup-admission-social", "SC-13", "SO", screened("'labour', 'anti-corruption', 'disputes'", 3));
    }

    @Bean
    Figure screenedEnvironmentally() {
        return figure("sup-admission-env", "SC-14", "EN", screened("'environment'", 1));
    }

    /** One question about some of the topics. @param many of them */
    private static String screened(String topics, int many) {
        return sql("sup-admission-screened").replace(":topics", topics).replace(":many", String.valueOf(many));
    }

    private static String sql(String file) {
        return Figure.sql(AdmissionFigures.class, "figures/" + file + ".sql");
    }

    /** How far newcomers have come; held against the number of dossiers that the log counts. Version 2 since who supplied before is no newcomer. */
    @Bean
    Figure newcomersAdmitted() {
        return new Figure("newcomers-admitted", "SC-82", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "NW",
                "admission.figure.newcomers-admitted", Figure.sql(AdmissionFigures.class, "figures/newcomers-admitted.sql"),
                new Figure.Control("places", "", Figure.sql(AdmissionFigures.class, "figures/dossiers-in-the-log.sql")));
    }

    private static Figure figure(String key, String code, String rows) {
        return figure(key, code, rows, sql(key));
    }

    /** Version 2 since two records of one company can be merged: a row is the company of today. */
    private static Figure figure(String key, String code, String rows, String sql) {
        return new Figure(key, code, 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, rows, "admission.figure." + key,
                sql, new Figure.Control("kilograms", "kg", sql("goods-receipt-ledger")));
    }
}

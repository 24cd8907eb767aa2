package org.probity.supply.payment;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures about how suppliers are paid: three readings of the same rows. */
@Configuration
class PaymentFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    static Figure paidInTime() {
        return figure("paid-in-time", "SC-91", new Fold.RatioOfSums("in-time", "amount"), Rounding.percent(2), "%", "PA");
    }

    @Bean
    static Figure daysToPay() {
        return figure("days-to-pay", "SC-92", new Fold.RatioOfSums("days", "paid"), Rounding.places(1), "d", "PD");
    }

    @Bean
    static Figure overdueToSmall() {
        return figure("overdue-to-small", "SC-93", new Fold.Sum("overdue-small"), Rounding.places(2), "CNY", "PS");
    }

    private static Figure figure(String key, String code, Fold fold, Rounding rounding, String unit, String rowCode) {
        return new Figure(key, code, 1, SINCE, fold, rounding, unit, Figure.Level.PUBLIC, rowCode, "payment." + key, Figure.sql(PaymentFigures.class, "figures/invoices-due.sql"),
                new Figure.Control("amount", "CNY", Figure.sql(PaymentFigures.class, "figures/amounts-stated.sql")));
    }
}

package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many suppliers and how much of procurement were trained, and how often we talked with suppliers about responsible supply. */
@Configuration(proxyBeanMethods = false)
class ExchangeFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Held against the goods-receipt ledger, whose kilograms the rows must add up to. */
    @Bean
    Figure supplierTraining() {
        return new Figure("supplier-training", "SC-71", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "ST", "exchange.supplier-training",
                Figure.sql(ExchangeFigures.class, "figures/supplier-training.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(ExchangeFigures.class, "figures/goods-receipt-ledger.sql")));
    }

    /** Rows of people: never wider than the assurer. Held against the seconds that lists stated when they were closed. */
    @Bean
    Figure procurementTraining() {
        return new Figure("procurement-training", "SC-72", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "PT", "exchange.procurement-training",
                Figure.sql(ExchangeFigures.class, "figures/procurement-training.sql"),
                new Figure.Control("seconds", "s", Figure.sql(ExchangeFigures.class, "figures/seconds-stated.sql")));
    }

    /** Held against the log, whose numbers have no gaps. */
    @Bean
    Figure exchangesHeld() {
        return new Figure("exchanges", "SC-73", 1, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.PUBLIC, "XC", "exchange.exchanges",
                Figure.sql(ExchangeFigures.class, "figures/exchanges.sql"),
                new Figure.Control("counted", "", Figure.sql(ExchangeFigures.class, "figures/exchanges-in-the-log.sql")));
    }

    /** Whoever holds the campaigns knows whom of us they asked. */
    @Bean
    static SubjectPage peopleOfProcurement() {
        return new SubjectPage("procurement-training", "", Set.of(Role.SOURCING_OFFICER, Role.HR, Role.ASSURER));
    }
}

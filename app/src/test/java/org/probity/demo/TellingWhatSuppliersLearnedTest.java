package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The invented company's year of learning and talking comes to the figures that a reader knows, and each adds up to its other source. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingWhatSuppliersLearnedTest {
    @Autowired DirectoryTale directory;
    @Autowired OrganisationTale organisation;
    @Autowired SuppliersTale suppliers;
    @Autowired ExchangeTale learned;
    @Autowired GreenTale green;
    @Autowired Figures figures;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    void sixHundredExchangesAndEverybodyTrained() {
        var years = new Tale.Years(LocalDate.now(clock));
        Stream.of(directory, organisation, suppliers, learned, green).flatMap(it -> it.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run())));
        var exchanges = last("exchanges", years);
        assertThat(exchanges.shown()).isEqualTo("600");
        var trained = last("supplier-training", years);
        assertThat(trained.exact().orElseThrow().compareTo(org.probity.proof.Fraction.of(new BigDecimal("0.95")))).as(trained.shown()).isPositive();
        var procurement = last("procurement-training", years);
        assertThat(procurement.included()).as("people in procurement").hasSizeGreaterThan(20);
        var spend = last("green-spend", years);
        assertThat(new BigDecimal(spend.shown())).isBetween(new BigDecimal("5"), new BigDecimal("60"));
    }

    private FigureValue last(String key, Tale.Years years) {
        var value = figures.live(figures.find(key).orElseThrow(), years.last());
        assertThat(value.control().difference()).as(key).isZero();
        return value;
    }
}

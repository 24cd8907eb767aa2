package org.probity.supply.blacklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.blacklist.ACase.LEGAL;
import static org.probity.supply.blacklist.ACase.until;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.supply.clearance.Deeds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figure "dealt-with-the-barred", with documents at the edges of a ban. */
@WholeHouse(own = true)
class CountingDealingsTest {
    @Autowired Matters matters;
    @Autowired Blacklist blacklist;
    @Autowired Deeds deeds;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    ACase cases;
    LocalDate today;

    @BeforeEach
    void cases() {
        cases = new ACase(matters, blacklist, db, clock);
        today = cases.today();
    }

    @Test
    void documentsOfTheDaysOfABanCountAndThoseOfTheDayBeforeDoNot() {
        var barred = cases.supplier();
        var free = cases.supplier();
        cases.barred(barred, until(today.plusDays(30)));
        report(line("ORDER", "D-1", barred, today), line("ORDER", "D-2", barred, today.minusDays(1)), line("PAYMENT", "D-3", barred, today), line("ORDER", "D-4", free, today));
        var value = value();
        assertThat(row(value, barred).input("incidents")).as("the first day counts, the day before does not").isEqualByComparingTo("2");
        assertThat(row(value, barred).fact("blacklist.causes", "D-1")).isEqualTo("open");
        assertThat(row(value, free).input("incidents")).isZero();
        assertThat(row(value, free).included()).as("who was not barred counts with nothing").isTrue();
        assertThat(value.included().stream().map(it -> it.input("incidents")).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .as("the figure is the sum of its rows").isEqualByComparingTo(value.shown());
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    @Test
    void aStopOfSomeDaysCountsToo() {
        var stopped = cases.supplier();
        var matter = cases.opened(stopped);
        assertThat(matters.suspend(matter, "It cannot wait", LEGAL)).isInstanceOf(Answer.Done.class);
        report(line("ORDER", "S-1", stopped, today), line("ORDER", "S-2", stopped, today.minusDays(1)));
        assertThat(row(value(), stopped).input("incidents")).isEqualByComparingTo("1");
    }

    private static Deeds.Line line(String kind, String document, UUID supplier, LocalDate day) {
        return new Deeds.Line(kind, document, supplier.toString(), day.toString(), "10.00", "CNY", null);
    }

    private void report(Deeds.Line... lines) {
        assertThat(deeds.report("ERP", lines.length, List.of(lines), LEGAL)).isInstanceOf(Answer.Done.class);
    }

    private FigureValue value() {
        return figures.live(figures.find("dealt-with-the-barred").orElseThrow(), today.getYear());
    }

    private static FigureValue.Row row(FigureValue value, UUID supplier) {
        return value.rows().stream().filter(it -> it.subject().equals(supplier)).findFirst().orElseThrow();
    }
}

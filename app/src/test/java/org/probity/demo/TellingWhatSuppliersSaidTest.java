package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.demo.size=158"})
class TellingWhatSuppliersSaidTest {
    @Autowired SuppliersTale supply;
    @Autowired EsgTale tale;
    @Autowired PlansTale plans;
    @Autowired Figures figures;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    @Test
    void nearlyEverybodyAnsweredTwiceAndHighRiskHasItsPlanButForOne() {
        var today = LocalDate.now(clock);
        var years = new Tale.Years(today);
        Stream.of(supply.chapters(years).stream().filter(it -> it.name().startsWith("supplier ")), tale.chapters(years).stream(), plans.chapters(years).stream())
                .flatMap(it -> it)
                .sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run())));

        var accepted = value("self-assessment", years.current());
        assertThat(accepted.included()).hasSizeGreaterThan(100);
        assertThat(accepted.included().stream().filter(it -> it.input("met").signum() == 0)).as("one never answers").hasSize(1);
        assertThat(accepted.control().difference()).isEqualByComparingTo("0");
        var risk = value("esg-risk", years.last());
        assertThat(risk.included()).isNotEmpty();
        assertThat(risk.included().stream().filter(it -> it.input("met").signum() == 0)).extracting(FigureValue.Row::number).as("one let the year pass").containsExactly("S-01149");
        assertThat(risk.control().difference()).isEqualByComparingTo("0");
        assertThat(db.sql("SELECT count(*) FROM esg.remark").query(Long.class).single()).isGreaterThan(10);
        assertThat(db.sql("SELECT count(*) FROM form.sent_answer WHERE words <> ''").query(Long.class).single()).isPositive();
    }

    private FigureValue value(String key, int year) {
        return figures.find(key).map(it -> figures.live(it, year)).orElseThrow();
    }
}

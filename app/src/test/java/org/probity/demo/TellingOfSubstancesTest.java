package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.demo.size=158"})
class TellingOfSubstancesTest {
    @Autowired SuppliersTale supply;
    @Autowired SubstancesTale tale;
    @Autowired Figures figures;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    @Test
    void lastYearEverybodyInScopeHadBothReportsAndThisYearThereIsSomethingOfEverything() {
        var years = new Tale.Years(LocalDate.now(clock));
        Stream.concat(supply.chapters(years).stream(), tale.chapters(years).stream())
                .sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run())));
        var last = figures.find("sup-rohs-reach").map(it -> figures.live(it, years.last())).orElseThrow();
        assertThat(last.rows().stream().filter(row -> row.reason() == null)).as("solder and pastes, but for two that delivered nothing").hasSize(56)
                .allSatisfy(row -> assertThat(row.inputs().inputs().get("met")).isEqualByComparingTo("1"));
        assertThat(last.control().stated()).isEqualByComparingTo(last.control().rows());
        assertThat(db.sql("SELECT DISTINCT state FROM obligation.standing WHERE kind LIKE 'substances.%' AND period = :year").param("year", years.current()).query(String.class).list())
                .contains("OWED", "SENT_IN", "SENT_BACK", "MET");
        assertThat(db.sql("SELECT count(*) FROM obligation.standing WHERE kind = 'substances.renewal' AND state = 'MET'").query(Long.class).single()).isPositive();
        assertThat(db.sql("SELECT count(*) FROM obligation.standing WHERE kind = 'substances.renewal' AND state = 'OWED'").query(Long.class).single()).isPositive();
        assertThat(db.sql("SELECT DISTINCT key FROM substances.finding").query(String.class).list()).contains("substances.same-file", "substances.over-rohs", "ipc1752.cas-wrong");
    }
}

package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.people.performance.Cycles;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The invented company closed last year's cycle by two, talked with nearly everybody, and answered an appeal; this year's runs. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingOfCommitmentsTest {
    @Autowired DirectoryTale directory;
    @Autowired PerformanceTale performance;
    @Autowired Cycles cycles;
    @Autowired Figures figures;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    @Test
    void nearlyEverybodyHadATalkAndOneAppealWasRight() {
        var years = new Tale.Years(LocalDate.now(clock));
        Stream.of(directory, performance).flatMap(it -> it.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run())));
        assertThat(cycles.all()).hasSize(2);
        var reviews = figures.live(figures.find("ppl-performance-review").orElseThrow(), years.last());
        assertThat(reviews.control().difference()).isZero();
        assertThat(reviews.control().stated()).isEqualByComparingTo(String.valueOf(Workforce.PEOPLE));
        assertThat(reviews.shown()).startsWith("98.");
        assertThat(db.sql("SELECT count(*) FROM performance.appeal WHERE outcome = 'CHANGED'").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(*) FROM performance.sheet WHERE agreed_at IS NOT NULL").query(Long.class).single()).isGreaterThan(60);
    }
}

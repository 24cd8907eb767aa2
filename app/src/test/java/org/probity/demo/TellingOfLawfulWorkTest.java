package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole company's labour rules, reviews, working time and incidents: the figures say what was told, and each agrees with its other source. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.demo.size=1200"})
class TellingOfLawfulWorkTest {
    @Autowired DirectoryTale directory;
    @Autowired LabourTale labour;
    @Autowired UnionTale union;
    @Autowired WorkingTimeTale worked;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    void rulesReviewsHiresAndCasesAreThoseThatWereTold() {
        var years = new Tale.Years(LocalDate.now(clock));
        var spent = Duration.ZERO;
        for (var it : Stream.of(directory, labour, union, worked).flatMap(tale -> tale.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment)).toList()) {
            var begun = Instant.now();
            time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run()));
            var took = Duration.between(begun, Instant.now());
            spent = spent.plus(it.name().startsWith("directory") ? Duration.ZERO : took);
        }
        LoggerFactory.getLogger(getClass()).info("Two years of lawful work were told in {}", spent);
        assertThat(last("age-checked-hires", years).rows()).hasSize(90);
        assertThat(last("age-checked-hires", years).shown()).isEqualTo("93.33");
        assertThat(last("labour-rules", years).rows()).hasSize(9);
        assertThat(last("labour-rules", years).shown()).isEqualTo("100.00");
        assertThat(last("union-reviews", years).shown()).isEqualTo("100.00");
        assertThat(last("discrimination-cases", years).shown()).isEqualTo("1");
        assertThat(last("forced-labour-cases", years).shown()).isEqualTo("0");
        assertThat(last("headcount", years).shown()).isEqualTo("9252");
        whoWorksHere(years);
        var now = figures.live(figures.find("union-reviews").orElseThrow(), years.current());
        assertThat(now.control().difference()).isZero();
        assertThat(now.shown()).as("one is owed until the year ends").isEqualTo("88.88");
        assertThat(figures.live(figures.find("age-checked-hires").orElseThrow(), years.current()).control().difference()).isZero();
        assertThat(db.sql("SELECT DISTINCT code FROM labour.finding ORDER BY code").query(String.class).list()).containsExactlyInAnyOrder("disabled", "overtime-day", "overtime-month", "overtime-near");
        assertThat(db.sql("SELECT count(*) FROM labour.union_now WHERE state = 'CLOSED'").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(*) FROM labour.shift").query(Long.class).single()).isGreaterThan(300);
    }

    private void whoWorksHere(Tale.Years years) {
        assertThat(last("ppl-nonemployees", years).included()).hasSizeBetween(900, 1_100);
        assertThat(last("ppl-turnover", years).shown()).as("sixty of some eight thousand").isEqualTo("0.72");
        assertThat(last("ppl-diversity", years).included()).hasSizeGreaterThan(300);
        assertThat(last("ppl-disability", years).rows()).filteredOn(it -> it.input("met").signum() > 0).hasSizeBetween(50, 80);
        assertThat(last("ppl-policy-signed", years).rows()).as("everybody, and retirees left out").hasSizeGreaterThan(9_252);
        assertThat(last("ppl-policy-signed", years).shown()).as("some were away when the list went round").startsWith("98.");
        assertThat(last("ppl-policy-signed", new Tale.Years(LocalDate.now(clock).plusYears(1))).shown()).as("newcomers signed too").startsWith("98.");
        for (var key : List.of("ppl-nonemployees", "ppl-turnover", "ppl-diversity", "ppl-disability", "ppl-policy-signed")) {
            assertThat(figures.live(figures.find(key).orElseThrow(), years.current()).control().difference()).as(key).isZero();
        }
    }

    private FigureValue last(String key, Tale.Years years) {
        var value = figures.live(figures.find(key).orElseThrow(), years.last());
        assertThat(value.control().difference()).as(key).isZero();
        return value;
    }
}

package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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

/** The invented company's people were trained for exactly as long as its report says: 463,645,656 seconds of 9,252 people, in a whole company of 111,024 attendances. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.demo.size=1200"})
class TellingWhatOurPeopleLearnedTest {
    @Autowired DirectoryTale directory;
    @Autowired LearningTale learned;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    void hoursHeadsParticipantsAndSatisfactionAreThoseOfTheReport() {
        var years = new Tale.Years(LocalDate.now(clock));
        var spent = Duration.ZERO;
        for (var it : Stream.of(directory, learned).flatMap(tale -> tale.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment)).toList()) {
            var begun = Instant.now();
            time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run()));
            spent = spent.plus(it.name().startsWith("directory") ? Duration.ZERO : Duration.between(begun, Instant.now()));
        }
        LoggerFactory.getLogger(getClass()).info("Two years of training were told in {}", spent);
        assertThat(last("ppl-training-hours", years).shown()).isEqualTo("128790.46");
        var each = last("ppl-training-hours-pc", years);
        assertThat(each.shown()).isEqualTo("13.92");
        assertThat(each.rows()).filteredOn(it -> it.input("person").signum() > 0).hasSize(9_252);
        assertThat(each.rows().stream().map(it -> it.input("seconds")).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("463645656");
        assertThat(new BigDecimal(last("ppl-training-participants", years).shown())).isGreaterThanOrEqualTo(new BigDecimal("3000"));
        assertThat(last("ppl-equal-training", years).shown()).isEqualTo("100.00");
        var satisfaction = last("ppl-training-satisfaction", years);
        assertThat(satisfaction.shown()).isEqualTo("98.92");
        assertThat(satisfaction.included()).as("courses").hasSizeGreaterThan(5);
        assertThat(db.sql("SELECT count(*) FROM learning.attended JOIN learning.list USING (session, no) WHERE extract(year FROM day) = :year").param("year", years.last())
                .query(Long.class).single()).isEqualTo(111_024);
        assertThat(db.sql("SELECT count(*) FROM learning.lost_sign_out").query(Long.class).single()).as("some of this year's walked past the reader").isPositive();
    }

    private FigureValue last(String key, Tale.Years years) {
        var value = figures.live(figures.find(key).orElseThrow(), years.last());
        assertThat(value.control().difference()).as(key).isZero();
        return value;
    }
}

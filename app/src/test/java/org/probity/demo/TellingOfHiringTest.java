package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.people.recruitment.Activities;
import org.probity.people.recruitment.Fairness;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two years of hiring: those who begin in January were chosen in autumn, figures agree with the log and the books, and nobody's time is over unnoticed. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingOfHiringTest {
    /** For each application; it was 2,800 when this was written. */
    private static final long READ_FOR_EACH = 10_000;

    @Autowired DirectoryTale directory;
    @Autowired RecruitmentTale recruitment;
    @Autowired Figures figures;
    @Autowired Fairness fairness;
    @Autowired Activities activities;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    @Test
    void thoseWhoBeginInJanuaryWereChosenInAutumn() {
        // A November that is over, whatever the day is: every round has been told, and what was told lies behind us.
        var years = new Tale.Years(LocalDate.of(LocalDate.now(clock).getYear() - 1, 11, 15));
        Stream.of(directory, recruitment).flatMap(it -> it.chapters(years).stream()).sorted(Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run())));
        assertThat(readInFull()).as("rows read without an index while it was told").isLessThan(READ_FOR_EACH * told());
        for (var year : new int[] {years.last(), years.current()}) {
            for (var key : new String[] {"job-applications", "posting-hires", "cost-per-hire"}) {
                var value = figures.live(figures.find(key).orElseThrow(), year);
                assertThat(value.control().difference()).as(key + " " + year).isZero();
                assertThat(value.rows()).as(key + " " + year).isNotEmpty();
            }
        }
        var told = fairness.of(years.last(), Fairness.Within.POSTING);
        assertThat(told.stages().getFirst().of()).isGreaterThan(300);
        assertThat(told.lines()).anyMatch(it -> !it.closed());
        assertThat(keptOfAFew()).as("of applications that have gone no group is kept where one beside it is of a few").isZero();
        assertThat(db.sql("SELECT count(*) FROM recruitment.anonymous WHERE sex <> '' OR age <> ''").query(Long.class).single()).isZero();
        assertThat(activities.results(years.last())).extracting(Activities.Result::code).contains("FAIR-" + years.last());
        assertThat(db.sql("SELECT count(*) FROM recruitment.application WHERE keep_until <= :day").param("day", LocalDate.of(years.current(), 5, 4)).query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM recruitment.application WHERE day >= :day").param("day", LocalDate.of(years.current(), 10, 1)).query(Long.class).single()).as("to be screened by whoever looks")
                .isGreaterThan(20);
    }

    /** Of quarters and stages of which something is kept, the groups of fewer than five, those who are still here among them. */
    private long keptOfAFew() {
        return db.sql("""
                SELECT count(*)
                  FROM (SELECT sum(people) AS people
                          FROM recruitment.counted_group
                         WHERE (quarter, stage, attribute) IN (SELECT quarter, stage, attribute FROM recruitment.anonymous_group)
                         GROUP BY quarter, stage, attribute, value, outcome) AS cell
                 WHERE people < 5
                """).query(Long.class).single();
    }

    /** What the tale costs, told by no clock: a table that is read from end to end for each application is what makes it slow, on a busy machine and on an idle one. */
    private long readInFull() {
        return db.sql("SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_user_tables WHERE schemaname IN ('recruitment', 'evidence', 'mail', 'decision')").query(Long.class).single();
    }

    private long told() {
        return db.sql("SELECT count(*) FROM recruitment.application").query(Long.class).single() + db.sql("SELECT count(*) FROM recruitment.erased").query(Long.class).single();
    }
}

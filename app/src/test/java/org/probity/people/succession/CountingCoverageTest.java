package org.probity.people.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Posts at the edge of being covered: the day after a certificate has run out a post is open again, although nobody did anything. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class CountingCoverageTest {
    @Autowired ApplicationContext house;
    @Autowired Positions positions;
    @Autowired Namings namings;
    @Autowired Figures figures;
    @Autowired StatedTotals totals;
    @Autowired TimeMachine time;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    FigureValue live(String key) {
        return figures.live(figures.find(key).orElseThrow(), LocalDate.now(clock).getYear());
    }

    String shown(String key) {
        var value = live(key);
        return value.shown();
    }

    @Test
    void coverageFallsByItselfWhenEvidenceRunsOut() {
        var posts = new APost(house);
        var unit = posts.career.unit();
        var ren = posts.career.someone(unit);
        var chen = posts.career.someone(unit);
        var post = posts.key(unit);
        posts.entered(unit);
        posts.candidate(post, ren);
        assertThat(shown("succession-coverage")).as("one key position; that it asks nothing covers nothing, and another post is not key").isEqualTo("0.00");
        posts.asksLevel(post, 1);
        assertThat(shown("succession-coverage")).isEqualTo("0.00");
        posts.certified(ren, 1);
        assertThat(shown("succession-coverage")).isEqualTo("100.00");
        assertThat(shown("succession-depth")).as("one is not two").isEqualTo("0.00");
        posts.certified(chen, 1);
        var asked = done(namings.name(post, chen.number(), HR));
        assertThat(shown("succession-depth")).as("asked is not yes").isEqualTo("0.00");
        done(namings.answer(asked, true, chen.me()));
        assertThat(shown("succession-depth")).isEqualTo("100.00");

        var open = posts.key(unit);
        posts.asksLevel(open, 2);
        assertThat(shown("succession-coverage")).as("one of two").isEqualTo("50.00");
        assertThat(live("succession-coverage").rows()).hasSize(2);

        var until = LocalDate.now(clock).plusDays(2);
        db.sql("UPDATE career.decision SET until_day = :day WHERE person IN (:ren, :chen)").param("day", until).param("ren", ren.person()).param("chen", chen.person()).update();
        time.advance(2);
        assertThat(shown("succession-coverage")).as("its last day").isEqualTo("50.00");
        var before = clock.instant();
        time.advance(1);
        assertThat(shown("succession-coverage")).as("the day after, and nobody did anything").isEqualTo("0.00");
        assertThat(shown("succession-depth")).isEqualTo("0.00");
        assertThat(db.sql("SELECT count(*) FROM succession.readiness(:day, :known) WHERE missing = 0").param("day", until).param("known", before.atOffset(java.time.ZoneOffset.UTC)).query(Long.class)
                .single()).as("as known then").isEqualTo(2);

        done(positions.judge(open, Map.of(), HR));
        assertThat(live("succession-coverage").rows()).as("no key position any more").hasSize(1);
        done(totals.state(figures.find("succession-depth").orElseThrow(), LocalDate.now(clock).getYear(), "1", "Minutes of the talent committee", HR));
        assertThat(live("succession-coverage").control().difference()).as("the minutes have one, too").isZero();
        db.sql("DELETE FROM succession.met WHERE judgement IN (SELECT id FROM succession.judgement WHERE post = :post)").param("post", post).update();
        assertThat(live("succession-coverage").control().difference()).as("a row that vanished shows").isNotZero();
    }
}

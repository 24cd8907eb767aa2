package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.performance.ATeam.done;
import static org.probity.people.performance.ATeam.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.people.performance.Intake.Kind;
import org.probity.shapes.decision.Decisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class BringingInTheYearBeforeTest {
    @Autowired ApplicationContext house;
    @Autowired Cycles cycles;
    @Autowired Intake intake;
    @Autowired Impacts impacts;
    @Autowired Closings closings;
    @Autowired Reminders reminders;
    @Autowired People people;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    ATeam team;
    UUID cycle;
    UUID lin;
    String number;

    @BeforeEach
    void aCycleThatIsOver() {
        Emptied.of(db, "performance.cycle CASCADE");
        db.sql("UPDATE directory.engagement SET superseded_at = now() WHERE superseded_at IS NULL").update();
        team = new ATeam(house, 3);
        var year = LocalDate.now(clock).getYear() - 1;
        cycle = done(cycles.open(Cycle.Plan.year(year), team.hr));
        lin = team.operators.getFirst();
        number = team.number(lin);
    }

    Answer<Integer> bring(Kind kind, String csv) {
        return intake.bring(cycle, kind, "before.csv", csv.getBytes(StandardCharsets.UTF_8), team.hr);
    }

    @Test
    void ratingsComeWholeOrNotAtAllAndSayWhereTheyCameFrom() {
        assertThat(key(intake.bring(UUID.randomUUID(), Kind.RATINGS, "x.csv", "number,rating\nx,B\n".getBytes(StandardCharsets.UTF_8), team.hr))).isEqualTo("performance.cycle-unknown");
        assertThat(key(bring(Kind.RATINGS, "number\nx\n"))).isEqualTo("performance.column-missing");
        assertThat(key(bring(Kind.RATINGS, "number,rating\n"))).isEqualTo("performance.file-without-lines");
        assertThat(key(bring(Kind.RATINGS, "number,rating\nnobody,B\n"))).isEqualTo("performance.line-unknown");
        assertThat(key(bring(Kind.RATINGS, "number,rating\n" + number + ",E\n"))).isEqualTo("performance.line-wrong");
        assertThat(key(bring(Kind.RATINGS, "number,rating\n" + number + ",B\n" + number + ",A\n"))).isEqualTo("performance.line-twice");
        var file = new MockMultipartFile("file", "before.csv", "text/csv", ("number,rating\n" + number + ",B+\n").getBytes(StandardCharsets.UTF_8));
        assertThat(browser.post().multipart().uri("/app/performance/" + cycle + "/files").file(file).param("kind", "").with(As.me(team.hr)).exchange()).as("performance.kind-missing").hasStatus(422)
                .bodyText().contains("Choose what the file tells, and the file.");
        assertThat(browser.post().multipart().uri("/app/performance/" + cycle + "/files").param("kind", "RATINGS").with(As.me(team.hr)).exchange()).as("performance.kind-missing, without a file").hasStatus(422);
        assertThat(people.find(cycle, lin).orElseThrow().assessment()).as("nothing of a faulty file").isNull();
        assertThat(done(bring(Kind.RATINGS, "number,rating\n" + number + ",B+\n"))).isOne();
        assertThat(people.find(cycle, lin).orElseThrow().origin()).isEqualTo("BROUGHT_IN");
        assertThat(key(bring(Kind.RATINGS, "number,rating\n" + number + ",A\n"))).as("it is no way to move one").isEqualTo("performance.line-rated");
        assertThat(key(bring(Kind.TALKS, "number,day\n" + number + ",2026-02-01\n"))).isEqualTo("performance.not-closed");
    }

    @Test
    void talksComeAfterTheCloseForThoseWhoAreRated() {
        done(bring(Kind.RATINGS, "number,rating\n" + number + ",B+\n"));
        done(bring(Kind.ABSENCES, "number,days\n" + number + ",63\n"));
        assertThat(key(bring(Kind.ABSENCES, "number,days\n" + number + ",0\n"))).isEqualTo("performance.line-wrong");
        var impact = done(impacts.compare(cycle, team.hr));
        assertThat(impact.first(Impact.Attribute.LEAVE).orElseThrow().ofOne()).isOne();
        done(closings.rule(cycle, done(closings.propose(cycle, "Others were not rated.", team.hr)), Decisions.Outcome.APPROVED, "Read.", team.otherHr));
        assertThat(key(bring(Kind.RATINGS, "number,rating\n" + number + ",A\n"))).isEqualTo("performance.closed");
        var today = LocalDate.now(clock);
        assertThat(key(bring(Kind.TALKS, "number,day\n" + number + "," + today.plusDays(1) + "\n"))).isEqualTo("performance.line-wrong");
        assertThat(key(bring(Kind.TALKS, "number,day\n" + team.number(team.operators.get(1)) + "," + today + "\n"))).isEqualTo("performance.line-not-rated");
        done(bring(Kind.TALKS, "number,day\n" + number + "," + today + "\n"));
        assertThat(people.find(cycle, lin).orElseThrow().told()).isTrue();
        assertThat(key(bring(Kind.TALKS, "number,day\n" + number + "," + today + "\n"))).isEqualTo("performance.line-talked");
    }

    @Test
    void aReminderGoesOnceADayToThoseWhoOweSomethingAndSignIn() {
        assertThat(key(reminders.remind(UUID.randomUUID(), team.hr))).isEqualTo("performance.cycle-unknown");
        team.me(lin);
        assertThat(done(reminders.remind(cycle, team.hr))).as("only one of them has an account").isOne();
        assertThat(key(reminders.remind(cycle, team.hr))).isEqualTo("performance.reminded-today");
    }
}

package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.performance.ATeam.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.people.Traces;
import org.probity.people.performance.Impacts.Rated;
import org.probity.people.performance.Scheme.Side;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows at the edge of the figure about reviews, and the comparison that comes before. */
@WholeHouse(own = true)
class CountingReviewsTest {
    @Autowired ApplicationContext house;
    @Autowired Cycles cycles;
    @Autowired Notes notes;
    @Autowired Assessments assessments;
    @Autowired Impacts impacts;
    @Autowired Closings closings;
    @Autowired People people;
    @Autowired Desk desk;
    @Autowired Figures figures;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    ATeam team;
    UUID cycle;
    LocalDate today;

    @BeforeEach
    void aCycleOfATeam() {
        Emptied.of(db, "performance.cycle CASCADE");
        db.sql("UPDATE directory.engagement SET superseded_at = now() WHERE superseded_at IS NULL").update();
        today = LocalDate.now(clock);
        team = new ATeam(house, 3);
        team.engage("X", team.workshop, Engagement.DISPATCH, "Operator");
        cycle = done(cycles.open(ATeam.plan(today), team.hr));
    }

    FigureValue value() {
        return figures.live(figures.find("ppl-performance-review").orElseThrow(), ATeam.plan(today).untilDay().getYear());
    }

    Row row(UUID person) {
        var number = team.number(person);
        return value().rows().stream().filter(it -> it.number().equals(number)).findFirst().orElseThrow();
    }

    void closed() {
        db.sql("UPDATE performance.member SET second = NULL").update();
        done(impacts.compare(cycle, team.hr));
        done(closings.rule(cycle, done(closings.propose(cycle, "The manager is rated by the board.", team.hr)), Decisions.Outcome.APPROVED, "Read.", team.otherHr));
    }

    @Test
    void aReviewCountsWhenTheCycleIsClosedAndTheTalkWasHeld() {
        var lin = team.operators.getFirst();
        var chen = team.operators.get(1);
        team.rated(cycle, lin, "B", team.me(team.manager));
        team.rated(cycle, chen, "A", team.me(team.manager));
        assertThat(row(lin).input("met")).as("rated is not closed").isZero();
        closed();
        assertThat(row(lin).input("met")).as("closed is not talked about").isZero();
        done(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke.", today, false, team.me(team.manager)));
        assertThat(row(lin).input("met")).as("a draft is no talk").isZero();
        done(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke.", today, true, team.me(team.manager)));
        assertThat(row(lin).input("met")).isOne();
        assertThat(row(team.operators.get(2)).input("met")).as("not rated: missing, and counted").isZero();
        assertThat(row(team.director).reason()).isEqualTo("performance.out.NOBODY_ABOVE");
        // Of three operators and the manager one is met; the director and the dispatched worker are left out.
        assertThat(value().exact().orElseThrow()).hasToString("1/4");
        assertThat(value().control().stated()).isEqualByComparingTo("6");
        assertThat(value().control().difference()).isZero();
    }

    @Test
    void whoLeftIsLeftOutAndWhoJoinsIsTakenInByTheNextDay() {
        var gone = team.operators.get(2);
        var stretch = house.getBean(Directory.class).person(gone).orElseThrow().stretches().getFirst().id();
        done(house.getBean(Staff.class).end(stretch, today.minusDays(1), "", team.hr.account()));
        assertThat(row(gone).reason()).isEqualTo("performance.out.LEFT");
        assertThat(value().control().difference()).isZero();
        var fresh = team.engage("N", team.workshop, Engagement.EMPLOYEE, "Operator", today, null);
        assertThat(value().control().other()).as("not read yet").isOne();
        assertThat(value().control().difference()).isZero();
        transaction.executeWithoutResult(_ -> cycles.follow(new DayHasBegun(today)));
        assertThat(people.find(cycle, fresh)).isPresent();
        assertThat(value().control().other()).isZero();
        assertThat(value().control().difference()).isZero();
    }

    @Test
    void somebodyWhomThePopulationForgotShowsInTheControlTotal() {
        db.sql("DELETE FROM performance.member WHERE person = :person").param("person", team.operators.getFirst()).update();
        assertThat(value().control().difference()).isOne();
    }

    @Test
    void aYearWithoutACycleHasNoRowsAndNothingToHoldThemAgainst() {
        var value = figures.live(figures.find("ppl-performance-review").orElseThrow(), 2024);
        assertThat(value.rows()).isEmpty();
        assertThat(value.control().difference()).isZero();
    }

    @Test
    void theDeskCountsWhatEachPersonsPageSays() {
        var lin = team.operators.getFirst();
        team.agreed(cycle, team.operators.get(1), team.me(team.manager));
        team.rated(cycle, lin, "B", team.me(team.manager));
        var of = cycles.find(cycle).orElseThrow();
        var counted = desk.counts(cycle);
        for (var next : Standing.Next.values()) {
            assertThat(counted.getOrDefault(next, 0L)).as(next.name()).isEqualTo(db.sql("SELECT person FROM performance.standing WHERE cycle = :cycle").param("cycle", cycle).query(UUID.class).list()
                    .stream().filter(it -> people.find(cycle, it).orElseThrow().next(of) == next).count());
        }
    }

    @Test
    void theComparisonWarnsOfSexAndSaysWhatIsNotKnown() {
        var rated = new ArrayList<Rated>();
        for (var i = 0; i < 100; i++) {
            rated.add(new Rated("operators", i < 10 ? Side.ABOVE : Side.MIDDLE, "F", null, "EMPLOYEE"));
            rated.add(new Rated("operators", i < 30 ? Side.ABOVE : Side.MIDDLE, "M", null, "EMPLOYEE"));
        }
        rated.add(new Rated("operators", Side.MIDDLE, null, null, "OTHER"));
        var lines = Impacts.lines(rated);
        assertThat(lines).filteredOn(it -> it.attribute() == Impact.Attribute.SEX && it.outcome() == Impact.Outcome.ABOVE).singleElement().satisfies(it -> {
            assertThat(it.ratio()).isEqualTo("1/3");
            assertThat(it.verdict()).isEqualTo(Impact.Word.BOTH);
            assertThat(it.warns()).isTrue();
            assertThat(it.unknown()).isOne();
        });
        assertThat(lines).filteredOn(it -> it.attribute() == Impact.Attribute.SEX && it.outcome() == Impact.Outcome.NOT_BELOW).singleElement()
                .satisfies(it -> assertThat(it.warns()).isFalse());
        assertThat(lines).filteredOn(it -> it.attribute() == Impact.Attribute.LEAVE).as("nobody told who was away").isNotEmpty().allMatch(it -> it.verdict() == Impact.Word.NOT_KNOWN && it.unknown() == 201);
        assertThat(lines).filteredOn(it -> it.attribute() == Impact.Attribute.CONTRACT).as("one person tells nothing").isNotEmpty().allMatch(it -> it.verdict() == Impact.Word.SMALL_SAMPLE && !it.warns());
    }

    @Test
    void whatTurnsRoundWithinTheGroupsWarnsToo() {
        var rated = new ArrayList<Rated>();
        // Women are where more are rated high, and within each group less often so: the whole hides it.
        add(rated, "staff", "F", 40, 80);
        add(rated, "staff", "M", 16, 20);
        add(rated, "operators", "F", 0, 20);
        add(rated, "operators", "M", 16, 80);
        var line = Impacts.lines(rated).stream().filter(it -> it.attribute() == Impact.Attribute.SEX && it.outcome() == Impact.Outcome.ABOVE).findFirst().orElseThrow();
        assertThat(line.flagged()).isFalse();
        assertThat(line.strata()).isEqualTo(2);
        assertThat(Double.parseDouble(line.within())).isLessThan(0.05);
        assertThat(line.warns()).isTrue();
    }

    private static void add(List<Rated> rated, String group, String sex, int above, int of) {
        for (var i = 0; i < of; i++) {
            rated.add(new Rated(group, i < above ? Side.ABOVE : Side.MIDDLE, sex, null, "EMPLOYEE"));
        }
    }

    /** Somebody of whom everything is known by this word, down to an appeal. */
    UUID rated(String word) {
        var lin = team.operators.getFirst();
        var sheets = house.getBean(Sheets.class);
        var manager = team.me(team.manager);
        var told = new ArrayList<Commitment>();
        told.add(new Commitment(1, Commitment.Section.RESULTS, word, word, word, word, "", 60));
        ATeam.commitments(60, 25, 15).stream().skip(1).forEach(told::add);
        done(sheets.write(cycle, told, "", team.me(lin)));
        done(sheets.sendBack(done(sheets.sign(cycle, team.me(lin))), word, manager));
        done(sheets.write(cycle, told, word, team.me(lin)));
        done(sheets.agree(done(sheets.sign(cycle, team.me(lin))), manager));
        done(notes.write(cycle, lin, Notes.Kind.SELF, word, today, true, team.me(lin)));
        done(assessments.rate(cycle, lin, "C", Map.of(1, word, 2, word, 3, word), word, manager));
        closed();
        done(notes.write(cycle, lin, Notes.Kind.TALK, word, today, true, manager));
        var appeals = house.getBean(Appeals.class);
        var seen = people.find(cycle, lin).orElseThrow().assessment();
        done(appeals.acknowledge(cycle, seen, word, team.me(lin)));
        done(appeals.appeal(cycle, seen, word, team.me(lin)));
        return lin;
    }

    @Test
    void whatWasWrittenAboutSomebodyWhoIsForgottenGoesOnceNoAppealRunsAndTheReviewCounts() {
        var word = "w" + UUID.randomUUID();
        var lin = rated(word);
        var before = value();
        var rating = db.sql("SELECT record FROM performance.assessment WHERE person = :person").param("person", lin).query(UUID.class).single();
        var salt = db.sql("SELECT salt FROM performance.assessment WHERE person = :person").param("person", lin).query(UUID.class).single();
        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(lin)));
        assertThat(Traces.of(db, word)).as("an appeal runs, and has to be answered").contains("performance.appeal.words", "performance.assessment.words");
        assertThat(log.opening(rating)).isPresent();
        var appeal = db.sql("SELECT id FROM performance.appeal WHERE person = :person").param("person", lin).query(UUID.class).single();
        done(house.getBean(Appeals.class).answer(appeal, Appeal.Outcome.STANDS, "", word, team.otherHr));
        house.getBean(Leavers.class).answeredSince(new DayHasBegun(today.plusDays(1)));
        assertThat(Traces.of(db, word)).isEmpty();
        assertThat(Traces.of(db, salt.toString())).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM performance.assessment WHERE salt = :salt").param("salt", salt).query(Long.class).single()).isZero();
        assertThat(log.opening(rating)).as("the salt of the entry").isEmpty();
        assertThat(db.sql("SELECT count(*) FROM log.record WHERE id = :record").param("record", rating).query(Long.class).single()).as("the commitment").isOne();
        assertThat(value().rows()).as("the figure's rows are those of before").isEqualTo(before.rows());
        assertThat(value().shown()).isEqualTo(before.shown());
    }

    @Test
    void ofNobodyElseAndInNothingElseARatingChanges() {
        var word = "w" + UUID.randomUUID();
        var lin = rated(word);
        var chen = team.operators.get(1);
        assertThatThrownBy(() -> db.sql("UPDATE performance.assessment SET words = '–' WHERE person = :person").param("person", lin).update()).hasMessageContaining("what was given is never changed");
        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(chen)));
        assertThatThrownBy(() -> db.sql("UPDATE performance.assessment SET words = '–' WHERE person = :person").param("person", lin).update()).hasMessageContaining("what was given is never changed");
        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(lin)));
        assertThatThrownBy(() -> db.sql("UPDATE performance.assessment SET rating = 'A' WHERE person = :person").param("person", lin).update()).hasMessageContaining("what was given is never changed");
        assertThatThrownBy(() -> db.sql("UPDATE performance.assessment SET words = 'better' WHERE person = :person").param("person", lin).update()).hasMessageContaining("what was given is never changed");
        assertThatThrownBy(() -> db.sql("DELETE FROM performance.assessment WHERE person = :person").param("person", lin).update()).hasMessageContaining("what was given is never changed");
    }

    @Test
    void cellsOfTheComparisonCloseByTheDatedSetting() {
        team.rated(cycle, team.operators.getFirst(), "B", team.me(team.manager));
        closed();
        var path = "/app/performance/" + cycle;
        assertThat(browser.get().uri(path).with(As.me(team.hr)).exchange()).hasStatusOk().bodyText().contains("Cells below 5 are closed");
        db.sql("INSERT INTO figure.cell_rule (from_day, least, source, set_at) VALUES (:day, 9, 'of a test', now())").param("day", today).update();
        assertThat(browser.get().uri(path).with(As.me(team.hr)).exchange()).hasStatusOk().bodyText().contains("Cells below 9 are closed");
        db.sql("DELETE FROM figure.cell_rule WHERE source = 'of a test'").update();
    }

    /** A form without one of its days says which: {@code performance.day-missing}. */
    @Test
    void aCycleWithoutOneOfItsDaysIsNotOpened() {
        var plan = ATeam.plan(today.minusYears(5));
        assertThat(browser.post().uri("/app/performance").param("fromDay", plan.fromDay().toString()).param("untilDay", plan.untilDay().toString()).param("signBy", plan.signBy().toString())
                .param("midYearBy", plan.midYearBy().toString()).param("selfBy", plan.selfBy().toString()).param("rateBy", plan.rateBy().toString()).param("calibrateBy", "soon")
                .param("talkBy", plan.talkBy().toString()).with(As.me(team.hr)).exchange()).hasStatus(422).bodyText().contains("Give this day.", "#calibrateBy");
    }
}

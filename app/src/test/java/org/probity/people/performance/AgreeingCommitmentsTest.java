package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.performance.ATeam.commitments;
import static org.probity.people.performance.ATeam.done;
import static org.probity.people.performance.ATeam.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.directory.Engagement;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class AgreeingCommitmentsTest {
    @Autowired ApplicationContext house;
    @Autowired Cycles cycles;
    @Autowired Sheets sheets;
    @Autowired Notes notes;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    ATeam team;
    UUID cycle;
    UUID lin;

    @BeforeEach
    void aCycleOfATeam() {
        Emptied.of(db, "performance.cycle CASCADE");
        team = new ATeam(house, 2);
        cycle = done(cycles.open(ATeam.plan(LocalDate.now(clock)), team.hr));
        lin = team.operators.getFirst();
    }

    @Test
    void whoBelongsToACycleFollowsFromTheDirectoryAndWhoIsLeftOutIsSaidWhy() {
        Emptied.of(db, "performance.cycle CASCADE");
        var agency = team.engage("A", team.workshop, Engagement.DISPATCH, "Operator");
        var retired = team.engage("R", team.workshop, Engagement.RETIREE, "");
        var again = done(cycles.open(ATeam.plan(LocalDate.now(clock)), team.hr));
        assertThat(leftOut(again, agency)).isEqualTo("KIND");
        assertThat(leftOut(again, team.director)).as("nobody leads the director").isEqualTo("NOBODY_ABOVE");
        assertThat(db.sql("SELECT count(*) FROM performance.member WHERE person = :person").param("person", retired).query(Long.class).single()).isZero();
        var standing = people.find(again, lin).orElseThrow();
        assertThat(standing.manager()).isEqualTo(team.manager);
        assertThat(standing.second()).isEqualTo(team.director);
        assertThat(people.find(again, team.manager).orElseThrow().scheme()).as("of leaders").isNotEqualTo(standing.scheme());
        assertThat(db.sql("SELECT count(*) FROM performance.cycle WHERE id = :id AND record IS NOT NULL").param("id", again).query(Long.class).single()).isOne();
    }

    @Test
    void whoJoinedTooLateIsLeftOutAndWhoWasMovedWithinIsNot() {
        Emptied.of(db, "performance.cycle CASCADE");
        var today = LocalDate.now(clock);
        var late = team.engage("L", team.workshop, Engagement.EMPLOYEE, "Operator", today.minusDays(20), null);
        var moved = team.engage("V", team.workshop, Engagement.EMPLOYEE, "Operator", ATeam.BEGUN, today.minusDays(21));
        done(house.getBean(org.probity.house.directory.Staff.class).engage(moved, new org.probity.house.directory.Staff.Term(Engagement.EMPLOYEE, team.workshop, "Operator", today.minusDays(20), null), "",
                team.hr.account()));
        var plan = new Cycle.Plan(today.minusDays(300), today.plusDays(30), today.minusDays(200), today.minusDays(100), today, today, today, today);
        var again = done(cycles.open(plan, team.hr));
        assertThat(leftOut(again, late)).isEqualTo("JOINED_LATE");
        assertThat(people.find(again, moved)).isPresent();
    }

    String leftOut(UUID of, UUID person) {
        return db.sql("SELECT left_out FROM performance.member WHERE cycle = :cycle AND person = :person").param("cycle", of).param("person", person).query(String.class).single();
    }

    @Test
    void aCycleIsRefusedWhoseDaysAreWrongOrThatIsThereAlready() {
        var today = LocalDate.now(clock);
        assertThat(key(cycles.open(ATeam.plan(today), team.hr))).isEqualTo("performance.cycle-there");
        Emptied.of(db, "performance.cycle CASCADE");
        assertThat(key(cycles.open(new Cycle.Plan(today, today.plusDays(300), today.plusDays(9), today.plusDays(8), today.plusDays(10), today.plusDays(11), today.plusDays(12),
                today.plusDays(13)), team.hr))).isEqualTo("performance.days-wrong");
        assertThat(key(cycles.open(ATeam.plan(today.plusDays(201)), team.hr))).isEqualTo("performance.not-begun");
        assertThat(key(cycles.open(Cycle.Plan.year(2023), team.hr))).isEqualTo("performance.no-scheme");
        db.sql("UPDATE performance.scheme SET from_day = DATE '2019-01-01'").update();
        assertThat(key(cycles.open(Cycle.Plan.year(2020), team.hr))).as("nobody was engaged then").isEqualTo("performance.nobody");
        db.sql("UPDATE performance.scheme SET from_day = DATE '2024-01-01'").update();
    }

    @Test
    void bothSignAndThenItHolds() {
        assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.nothing-written");
        var sheet = done(sheets.write(cycle, commitments(40, 40, 20), "", team.me(lin)));
        assertThat(key(sheets.agree(sheet, team.me(team.manager)))).isEqualTo("performance.nothing-signed");
        done(sheets.sign(cycle, team.me(lin)));
        assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.signed-already");
        assertThat(key(sheets.write(cycle, commitments(100), "", team.me(lin)))).isEqualTo("performance.waits-for-manager");
        assertThat(key(sheets.agree(sheet, team.me(lin)))).as("nobody signs twice").isEqualTo("performance.not-the-manager");
        assertThat(key(sheets.agree(sheet, team.me(team.director)))).isEqualTo("performance.not-the-manager");
        done(sheets.agree(sheet, team.me(team.manager)));
        assertThat(sheets.find(sheet).orElseThrow().state()).isEqualTo(Sheet.State.AGREED);
    }

    @Test
    void ninetyNineAndAHundredAndOneAreNotAHundred() {
        for (var last : List.of(19, 21)) {
            done(sheets.write(cycle, commitments(40, 40, last), "", team.me(lin)));
            assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.weights-not-100");
        }
        var sheet = done(sheets.write(cycle, commitments(40, 40, 19), "", team.me(lin)));
        assertThatThrownBy(() -> db.sql("UPDATE performance.sheet SET signed_by = gen_random_uuid(), signed_at = now() WHERE id = :id").param("id", sheet).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("weights_make_100");
    }

    @Test
    void twoAreTooFewSixAreTooManyAndALineIsFinished() {
        done(sheets.write(cycle, commitments(50, 50), "", team.me(lin)));
        assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.how-many");
        done(sheets.write(cycle, commitments(20, 20, 20, 20, 10, 10), "", team.me(lin)));
        assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.how-many");
        done(sheets.write(cycle, List.of(commitments(50).getFirst(), commitments(0, 30).get(1), new Commitment(3, Commitment.Section.GROWTH, "Learn", "", "", "", "", 20)), "", team.me(lin)));
        assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.line-unfinished");
    }

    @Test
    void aDraftMayBeUnfinishedButNotWrong() {
        var other = team.operators.get(1);
        assertThat(key(sheets.write(cycle, commitments(101), "", team.me(other)))).isEqualTo("performance.weight-wrong");
        assertThat(key(sheets.write(cycle, List.of(new Commitment(1, Commitment.Section.TASKS, "x".repeat(301), "", "", "", "", 0)), "", team.me(other)))).isEqualTo("performance.too-long");
        assertThat(key(sheets.write(cycle, List.of(new Commitment(1, Commitment.Section.TASKS, "x", "", "", "", "no-such-figure", 0)), "", team.me(other)))).isEqualTo("performance.figure-unknown");
        assertThat(key(sheets.write(cycle, commitments(10), "", team.hr))).isEqualTo("performance.not-a-member");
        assertThat(key(sheets.sign(cycle, team.hr))).isEqualTo("performance.not-a-member");
        done(sheets.write(cycle, commitments(10), "", team.me(other)));
    }

    @Test
    void whatComesBackStandsInTheNextDraft() {
        done(sheets.write(cycle, commitments(40, 40, 20), "", team.me(lin)));
        var sheet = done(sheets.sign(cycle, team.me(lin)));
        assertThat(key(sheets.sendBack(sheet, " ", team.me(team.manager)))).isEqualTo("performance.words-missing");
        assertThat(key(sheets.sendBack(sheet, "x".repeat(4001), team.me(team.manager)))).isEqualTo("performance.too-long");
        done(sheets.sendBack(sheet, "Name the line's records.", team.me(team.manager)));
        var versions = sheets.of(cycle, lin);
        assertThat(versions).extracting(Sheet::state).containsExactly(Sheet.State.DRAFT, Sheet.State.RETURNED);
        assertThat(versions.getFirst().commitments()).isEqualTo(versions.getLast().commitments());
    }

    @Test
    void aChangeInTheYearIsTheNextVersionSignedByBothAgainForAReason() {
        team.agreed(cycle, lin, team.me(team.manager));
        assertThat(key(sheets.write(cycle, commitments(60, 20, 20), " ", team.me(lin)))).isEqualTo("performance.change-reason-missing");
        done(sheets.write(cycle, commitments(60, 20, 20), "The line was moved.", team.me(lin)));
        assertThat(people.find(cycle, lin).orElseThrow().sheet()).as("until both signed the first holds").isEqualTo(sheets.of(cycle, lin).getLast().id());
        var next = done(sheets.agree(done(sheets.sign(cycle, team.me(lin))), team.me(team.manager)));
        assertThat(people.find(cycle, lin).orElseThrow().sheet()).isEqualTo(next);
        assertThat(sheets.of(cycle, lin)).extracting(Sheet::no).containsExactly(2, 1);
    }

    @Test
    void aSummaryIsADraftUntilItIsHandedInAndOnlyTheRightPersonWritesIt() {
        var today = LocalDate.now(clock);
        assertThat(key(notes.write(cycle, lin, Notes.Kind.SELF, "Done.", today, true, team.me(lin)))).isEqualTo("performance.no-commitments");
        team.agreed(cycle, lin, team.me(team.manager));
        done(notes.write(cycle, lin, Notes.Kind.SELF, "We brought sc", today, false, team.me(lin)));
        assertThat(people.find(cycle, lin).orElseThrow().selfAt()).isNull();
        assertThat(notes.draft(cycle, lin, Notes.Kind.SELF).orElseThrow().words()).isEqualTo("We brought sc");
        assertThat(key(notes.write(cycle, lin, Notes.Kind.SELF, " ", today, true, team.me(lin)))).isEqualTo("performance.words-missing");
        assertThat(key(notes.write(cycle, lin, Notes.Kind.SELF, "x".repeat(4001), today, true, team.me(lin)))).isEqualTo("performance.too-long");
        assertThat(key(notes.write(cycle, lin, Notes.Kind.SELF, "x", today, true, team.me(team.manager)))).isEqualTo("performance.not-yours");
        assertThat(key(notes.write(cycle, lin, Notes.Kind.MID_MANAGER, "x", today, true, team.me(lin)))).isEqualTo("performance.not-yours");
        done(notes.write(cycle, lin, Notes.Kind.SELF, "We brought scrap below 1 %.", today, true, team.me(lin)));
        done(notes.write(cycle, lin, Notes.Kind.MID_MANAGER, "On the way.", today, true, team.me(team.manager)));
        assertThat(people.find(cycle, lin).orElseThrow()).satisfies(it -> {
            assertThat(it.selfAt()).isNotNull();
            assertThat(it.midManagerAt()).isNotNull();
            assertThat(it.midEmployeeAt()).as("missing is missing").isNull();
        });
        assertThat(key(notes.write(cycle, lin, Notes.Kind.TALK, "x", today, true, team.me(team.manager)))).isEqualTo("performance.not-rated");
    }
}

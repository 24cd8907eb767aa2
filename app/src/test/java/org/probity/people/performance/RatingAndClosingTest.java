package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.performance.ATeam.done;
import static org.probity.people.performance.ATeam.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.people.performance.Appeal.Outcome;
import org.probity.people.performance.Session.Code;
import org.probity.shapes.decision.Decisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class RatingAndClosingTest {
    static final Map<Integer, String> REASONS = Map.of(1, "below", 2, "as agreed", 3, "learnt");

    @Autowired ApplicationContext house;
    @Autowired Cycles cycles;
    @Autowired Schemes schemes;
    @Autowired Sheets sheets;
    @Autowired Notes notes;
    @Autowired Assessments assessments;
    @Autowired Sessions sessions;
    @Autowired Impacts impacts;
    @Autowired Closings closings;
    @Autowired Appeals appeals;
    @Autowired People people;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    ATeam team;
    UUID cycle;
    UUID lin;
    UUID chen;
    LocalDate today;

    @BeforeEach
    void aCycleOfATeam() {
        Emptied.of(db, "performance.cycle CASCADE");
        // Who is of another test's team is nobody here.
        db.sql("UPDATE directory.engagement SET superseded_at = now() WHERE superseded_at IS NULL").update();
        today = LocalDate.now(clock);
        team = new ATeam(house, 2);
        cycle = done(cycles.open(ATeam.plan(today), team.hr));
        lin = team.operators.getFirst();
        chen = team.operators.get(1);
    }

    Standing of(UUID person) {
        return people.find(cycle, person).orElseThrow();
    }

    void lookedAt(UUID person) {
        done(assessments.confirm(cycle, person, of(person).assessment(), team.me(team.director)));
    }

    @Test
    void theManagerRatesWithAReasonForEachCommitment() {
        assertThat(key(assessments.rate(cycle, lin, "B", REASONS, "", team.me(team.manager)))).isEqualTo("performance.no-commitments");
        team.agreed(cycle, lin, team.me(team.manager));
        assertThat(key(assessments.rate(cycle, lin, "B", REASONS, "", team.me(team.director)))).isEqualTo("performance.not-the-manager");
        assertThat(key(assessments.rate(cycle, lin, "E", REASONS, "", team.me(team.manager)))).isEqualTo("performance.rating-unknown");
        assertThat(key(assessments.rate(cycle, lin, "B", Map.of(1, "below", 2, " "), "", team.me(team.manager)))).isEqualTo("performance.reason-missing");
        assertThat(key(assessments.rate(cycle, lin, "B", REASONS, "x".repeat(4001), team.me(team.manager)))).isEqualTo("performance.too-long");
        db.sql("UPDATE performance.cycle SET self_by = :today").param("today", today).update();
        assertThat(key(assessments.rate(cycle, lin, "B", REASONS, "", team.me(team.manager)))).isEqualTo("performance.self-first");
        done(notes.write(cycle, lin, Notes.Kind.SELF, "Done.", today, true, team.me(lin)));
        done(assessments.rate(cycle, lin, "B", REASONS, "", team.me(team.manager)));
        done(assessments.rate(cycle, lin, "B+", REASONS, "read again", team.me(team.manager)));
        assertThat(assessments.of(cycle, lin)).extracting(Assessment::rating).as("both stay").containsExactly("B", "B+");
        assertThat(key(sheets.write(cycle, ATeam.commitments(100), "now", team.me(lin)))).isEqualTo("performance.rated-already");
        assertThatThrownBy(() -> db.sql("UPDATE performance.assessment SET rating = 'A' WHERE person = :person").param("person", lin).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("never changed");
    }

    @Test
    void theSecondLevelConfirmsOrSeesItOtherwiseOnce() {
        var seen = team.rated(cycle, lin, "B", team.me(team.manager));
        assertThat(key(assessments.confirm(cycle, lin, seen, team.me(team.manager)))).isEqualTo("performance.not-the-second");
        assertThat(key(assessments.confirm(cycle, lin, UUID.randomUUID(), team.me(team.director)))).isEqualTo("performance.rated-anew");
        assertThat(key(assessments.confirm(cycle, chen, seen, team.me(team.director)))).isEqualTo("performance.not-rated");
        assertThat(key(assessments.seeOtherwise(cycle, lin, seen, "B", "why", team.me(team.director)))).isEqualTo("performance.nothing-moved");
        assertThat(key(assessments.seeOtherwise(cycle, lin, seen, "Z", "why", team.me(team.director)))).isEqualTo("performance.rating-unknown");
        assertThat(key(assessments.seeOtherwise(cycle, lin, seen, "B+", " ", team.me(team.director)))).isEqualTo("performance.words-missing");
        assertThat(key(assessments.seeOtherwise(cycle, lin, seen, "B+", "x".repeat(4001), team.me(team.director)))).isEqualTo("performance.too-long");
        done(assessments.seeOtherwise(cycle, lin, seen, "B+", "Two lines, not one.", team.me(team.director)));
        assertThat(key(assessments.confirm(cycle, lin, of(lin).assessment(), team.me(team.director)))).isEqualTo("performance.looked-already");
        assertThat(key(assessments.rate(cycle, lin, "A", REASONS, "", team.me(team.manager)))).isEqualTo("performance.looked-already");
    }

    UUID calledPanel() {
        var panel = List.of(team.engage("P1", team.company, Engagement.EMPLOYEE, ""), team.engage("P2", team.company, Engagement.EMPLOYEE, ""), team.engage("P3", team.company, Engagement.EMPLOYEE, ""),
                team.manager);
        return done(sessions.call(cycle, of(lin).scheme(), team.tag + "W", panel.stream().map(team::number).toList(), team.hr));
    }

    @Test
    void aPanelMovesOneRatingWithReasonQuorumAndWithoutWhoeverIsInvolved() {
        team.rated(cycle, lin, "B", team.me(team.manager));
        var scheme = of(lin).scheme();
        assertThat(key(sessions.call(UUID.randomUUID(), scheme, team.tag + "W", List.of(), team.hr))).isEqualTo("performance.cycle-unknown");
        assertThat(key(sessions.call(cycle, UUID.randomUUID(), team.tag + "W", List.of(), team.hr))).isEqualTo("performance.scheme-unknown");
        assertThat(key(sessions.call(cycle, scheme, "nowhere", List.of(), team.hr))).isEqualTo("performance.unit-unknown");
        assertThat(key(sessions.call(cycle, scheme, team.tag + "W", List.of("nobody"), team.hr))).isEqualTo("performance.person-unknown");
        assertThat(key(sessions.call(cycle, scheme, team.tag + "W", List.of(team.number(team.director)), team.hr))).isEqualTo("performance.panel-too-small");
        var session = calledPanel();
        var panel = sessions.panel(session).stream().filter(it -> !it.person().equals(team.manager)).map(Session.Panelist::person).toList();
        var seen = of(lin).assessment();
        var code = Optional.of(Code.SAME_STANDARD);
        assertThat(key(sessions.move(session, lin, seen, "B+", Optional.empty(), "why", Set.copyOf(panel), team.hr))).isEqualTo("performance.code-missing");
        assertThat(key(sessions.move(session, lin, seen, "B+", code, "why", Set.of(panel.get(0), panel.get(1)), team.hr))).isEqualTo("performance.quorum-missing");
        assertThat(key(sessions.move(session, lin, seen, "B+", code, "why", Set.of(panel.get(0), team.director), team.hr))).isEqualTo("performance.not-on-panel");
        assertThat(key(sessions.move(session, lin, seen, "B+", code, "why", Set.of(panel.get(0), panel.get(1), team.manager), team.hr))).as("who leads them").isEqualTo("performance.recused-spoke");
        assertThat(key(sessions.move(session, chen, seen, "B+", code, "why", Set.copyOf(panel), team.hr))).isEqualTo("performance.not-rated");
        assertThat(key(sessions.move(session, team.manager, seen, "B+", code, "why", Set.copyOf(panel), team.hr))).as("another group").isEqualTo("performance.not-in-session");
        assertThat(key(sessions.move(session, lin, UUID.randomUUID(), "B+", code, "why", Set.copyOf(panel), team.hr))).isEqualTo("performance.rated-anew");
        assertThat(key(sessions.recuse(session, team.director, lin, "family", team.hr))).isEqualTo("performance.not-on-panel");
        assertThat(key(sessions.recuse(session, panel.getFirst(), team.manager, "family", team.hr))).isEqualTo("performance.not-in-session");
        assertThat(key(sessions.recuse(session, panel.getFirst(), lin, " ", team.hr))).isEqualTo("performance.words-missing");
        assertThat(key(sessions.recuse(session, panel.getFirst(), lin, "x".repeat(4001), team.hr))).isEqualTo("performance.too-long");
        assertThat(key(sessions.move(session, lin, seen, "B+", code, "why", Set.copyOf(panel), team.me(lin)))).as("whoever records it, be it their own").isEqualTo("performance.not-in-session");
        done(sessions.move(session, lin, seen, "B+", code, "As on line 2.", Set.copyOf(panel), team.hr));
        assertThat(sessions.moved(session)).singleElement().satisfies(it -> {
            assertThat(it.was()).isEqualTo("B");
            assertThat(it.becomes()).isEqualTo("B+");
            assertThat(it.spoke()).hasSize(3);
            assertThat(it.quorum()).isEqualTo(3);
        });
        done(sessions.recuse(session, panel.getFirst(), lin, "family", team.hr));
        assertThat(key(sessions.recuse(session, panel.getFirst(), lin, "family", team.hr))).isEqualTo("performance.recused-already");
        assertThat(key(sessions.move(session, lin, of(lin).assessment(), "A", code, "why", Set.copyOf(panel), team.hr))).isEqualTo("performance.recused-spoke");
        assertThat(key(sessions.end(session, team.hr))).isEqualTo("performance.not-all-rated");
        team.rated(cycle, chen, "B", team.me(team.manager));
        done(sessions.end(session, team.hr));
        assertThat(key(sessions.end(session, team.hr))).isEqualTo("performance.session-closed");
        assertThat(key(sessions.recuse(session, panel.getFirst(), lin, "family", team.hr))).isEqualTo("performance.session-closed");
        assertThat(key(sessions.move(session, lin, of(lin).assessment(), "A", code, "why", Set.copyOf(panel), team.hr))).isEqualTo("performance.session-closed");
    }

    @Test
    void aGroupWithNobodyBelowAUnitHasNoSession() {
        var organisation = house.getBean(Organisation.class);
        done(organisation.found(team.tag + "X", Place.Kind.UNIT, team.company, new Organisation.Details("Empty", "", "", "", "", ""), ATeam.BEGUN,
                "", team.hr.account()));
        var panel = List.of(team.number(team.director), team.number(team.manager), team.number(chen));
        assertThat(key(sessions.call(cycle, of(lin).scheme(), team.tag + "X", panel, team.hr))).isEqualTo("performance.nobody-in-session");
    }

    @Test
    void sharesAreHeldAgainstAGuidelineOnlyInLargeGroupsAndExactBoundsLieWithin() {
        var scheme = schemes.find(of(lin).scheme());
        var standing = of(lin);
        assertThat(Spread.shares(scheme, Collections.nCopies(19, with(standing, "A")))).isNotEmpty().allMatch(it -> !it.outside());
        var twenty = new ArrayList<>(Collections.nCopies(18, with(standing, "B")));
        twenty.addAll(Collections.nCopies(2, with(standing, "A")));
        assertThat(Spread.shares(scheme, twenty)).as("a tenth exactly").isNotEmpty().allMatch(it -> !it.outside());
        twenty.removeFirst();
        twenty.add(with(standing, "A"));
        assertThat(Spread.shares(scheme, twenty)).filteredOn(Session.Share::outside).extracting(it -> it.rating().code()).containsExactly("A");
    }

    @Test
    void howSevereAManagerIsIsExact() {
        var scheme = schemes.find(of(lin).scheme());
        var mild = UUID.randomUUID();
        var severe = UUID.randomUUID();
        var all = new ArrayList<Standing>();
        List.of("A", "A", "B").forEach(it -> all.add(with(of(lin), it, mild)));
        List.of("B", "C", "C").forEach(it -> all.add(with(of(lin), it, severe)));
        // Places 1 1 3 and 3 4 4: the mean of all is 16/6, of the mild 5/3.
        assertThat(Spread.severities(scheme, all, Map.of())).extracting(Session.Severity::deviation).containsExactly(BigFraction.ONE, BigFraction.ONE.negate());
        assertThat(Spread.severities(scheme, all.subList(0, 2), Map.of())).as("two are too few").isEmpty();
        assertThat(Spread.severities(scheme, List.of(), Map.of())).isEmpty();
    }

    static Standing with(Standing it, String rating) {
        return with(it, rating, it.manager());
    }

    static Standing with(Standing it, String rating, UUID manager) {
        return new Standing(it.cycle(), it.person(), it.number(), it.nameEn(), it.nameZh(), it.kind(), it.unit(), it.scheme(), manager, it.second(), null, null, null, null, null, null, null,
                UUID.randomUUID(), 1, rating, "MANAGER", null, null, null, null, null);
    }

    UUID proposed(String answer) {
        done(impacts.compare(cycle, team.hr));
        return done(closings.propose(cycle, answer, team.hr));
    }

    void closed() {
        var proposal = proposed("Two are not rated: the manager and the panel's people.");
        done(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, "Read.", team.otherHr));
    }

    @Test
    void aCycleClosesByTwoAfterTheComparisonAndWithAnAnswer() {
        assertThat(key(closings.propose(UUID.randomUUID(), "x", team.hr))).isEqualTo("performance.cycle-unknown");
        assertThat(key(impacts.compare(UUID.randomUUID(), team.hr))).isEqualTo("performance.cycle-unknown");
        assertThat(key(closings.propose(cycle, "x", team.hr))).isEqualTo("performance.impact-missing");
        assertThat(key(impacts.compare(cycle, team.hr))).isEqualTo("performance.nobody-rated");
        team.rated(cycle, lin, "B", team.me(team.manager));
        assertThat(key(closings.propose(cycle, "x", team.hr))).isEqualTo("performance.looks-missing");
        lookedAt(lin);
        done(impacts.compare(cycle, team.hr));
        team.rated(cycle, chen, "C", team.me(team.manager));
        lookedAt(chen);
        assertThat(key(closings.propose(cycle, "x", team.hr))).isEqualTo("performance.impact-stale");
        done(impacts.compare(cycle, team.hr));
        assertThat(key(closings.propose(cycle, " ", team.hr))).as("the manager is not rated").isEqualTo("performance.answer-missing");
        assertThat(key(closings.propose(cycle, "x".repeat(4001), team.hr))).isEqualTo("performance.too-long");
        var session = calledPanel();
        assertThat(key(closings.propose(cycle, "x", team.hr))).isEqualTo("performance.session-open");
        done(sessions.end(session, team.hr));
        assertThat(key(closings.rule(cycle, UUID.randomUUID(), Decisions.Outcome.APPROVED, "", team.otherHr))).isEqualTo("performance.nothing-proposed");
        var proposal = proposed("The manager is rated by the board.");
        assertThat(key(closings.propose(cycle, "x", team.hr))).isEqualTo("performance.closing-waits");
        assertThat(key(closings.rule(cycle, UUID.randomUUID(), Decisions.Outcome.APPROVED, "", team.otherHr))).isEqualTo("performance.proposed-anew");
        assertThat(key(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, "x".repeat(4001), team.otherHr))).isEqualTo("performance.too-long");
        assertThat(key(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, "", team.hr))).isEqualTo("decision.needs-another-person");
        assertThat(cycles.find(cycle).orElseThrow().closed()).isFalse();
        done(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, "", team.otherHr));
        assertThat(cycles.find(cycle).orElseThrow().closed()).isTrue();
        assertThat(db.sql("SELECT rating FROM performance.rating_in_force WHERE person = :person").param("person", lin).query(String.class).single()).isEqualTo("B");
    }

    @Test
    void whatTheComparisonWarnedOfIsAnsweredByTheSecondPersonToo() {
        team.rated(cycle, lin, "B", team.me(team.manager));
        lookedAt(lin);
        var proposal = proposed("Others are not rated.");
        // A warning takes more people than are here; CountingReviewsTest shows when one is given.
        db.sql("UPDATE performance.impact SET warnings = 1 WHERE cycle = :cycle").param("cycle", cycle).update();
        assertThat(key(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, " ", team.otherHr))).isEqualTo("performance.second-answer-missing");
        assertThat(cycles.find(cycle).orElseThrow().closed()).isFalse();
        done(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, "I looked at each of them.", team.otherHr));
        assertThat(cycles.find(cycle).orElseThrow().closed()).isTrue();
    }

    @Test
    void whatIsMovedWhileTheCloseWaitsMakesItStale() {
        var seen = team.rated(cycle, lin, "B", team.me(team.manager));
        db.sql("UPDATE performance.member SET second = NULL").update();
        var proposal = proposed("Others are not rated.");
        done(assessments.rate(cycle, lin, "B+", REASONS, "", team.me(team.manager)));
        assertThat(seen).isNotNull();
        assertThat(key(closings.rule(cycle, proposal, Decisions.Outcome.APPROVED, "", team.otherHr))).isEqualTo("performance.impact-stale");
        done(closings.rule(cycle, proposal, Decisions.Outcome.REJECTED, "anew", team.otherHr));
    }

    @Test
    void aRatingOfAClosedCycleStandsAndOnlyAnAppealThatWasRightMakesTheNext() {
        team.rated(cycle, lin, "C", team.me(team.manager));
        team.rated(cycle, chen, "B", team.me(team.manager));
        lookedAt(lin);
        lookedAt(chen);
        assertThat(key(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke.", today, true, team.me(team.manager)))).isEqualTo("performance.not-closed");
        assertThat(key(appeals.acknowledge(cycle, of(lin).assessment(), "", team.me(lin)))).isEqualTo("performance.not-told");
        assertThat(key(appeals.appeal(cycle, of(lin).assessment(), "No.", team.me(lin)))).isEqualTo("performance.not-told");
        closed();
        assertThat(key(assessments.rate(cycle, lin, "B", REASONS, "", team.me(team.manager)))).isEqualTo("performance.closed");
        assertThat(key(assessments.confirm(cycle, lin, of(lin).assessment(), team.me(team.director)))).isEqualTo("performance.closed");
        assertThat(key(sessions.call(cycle, of(lin).scheme(), team.tag + "W", List.of(), team.hr))).isEqualTo("performance.closed");
        assertThat(key(impacts.compare(cycle, team.hr))).isEqualTo("performance.closed");
        assertThat(key(closings.propose(cycle, "x", team.hr))).isEqualTo("performance.closed");
        assertThat(key(sheets.write(cycle, ATeam.commitments(100), "x", team.me(lin)))).isEqualTo("performance.closed");
        assertThat(key(sheets.sign(cycle, team.me(lin)))).isEqualTo("performance.closed");
        assertThat(key(notes.write(cycle, lin, Notes.Kind.SELF, "x", today, true, team.me(lin)))).isEqualTo("performance.closed");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                SELECT gen_random_uuid(), cycle, person, no + 1, scheme, 'A', 'MANAGER', '', by, at, salt FROM performance.assessment WHERE person = :person
                """).param("person", lin).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("closed cycle stands");

        assertThat(key(notes.write(cycle, lin, Notes.Kind.TALK, "x", today.plusDays(1), true, team.me(team.manager)))).isEqualTo("performance.talk-day-wrong");
        done(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke about line 2.", today, true, team.me(team.manager)));
        var rating = of(lin).assessment();
        assertThat(key(appeals.acknowledge(cycle, UUID.randomUUID(), "", team.me(lin)))).isEqualTo("performance.rated-anew");
        assertThat(key(appeals.acknowledge(cycle, rating, "x".repeat(4001), team.me(lin)))).isEqualTo("performance.too-long");
        assertThat(key(appeals.acknowledge(cycle, rating, "", team.hr))).isEqualTo("performance.not-a-member");
        done(appeals.acknowledge(cycle, rating, "I do not agree.", team.me(lin)));
        assertThat(key(appeals.acknowledge(cycle, rating, "", team.me(lin)))).isEqualTo("performance.acknowledged-already");
        assertThat(key(appeals.appeal(cycle, rating, " ", team.me(lin)))).isEqualTo("performance.words-missing");
        assertThat(key(appeals.appeal(cycle, rating, "x".repeat(4001), team.me(lin)))).isEqualTo("performance.too-long");
        assertThat(key(appeals.appeal(cycle, UUID.randomUUID(), "No.", team.me(lin)))).isEqualTo("performance.rated-anew");
        assertThat(key(appeals.appeal(cycle, rating, "No.", team.hr))).isEqualTo("performance.not-a-member");
        var appeal = done(appeals.appeal(cycle, rating, "Line 2 was moved in May.", team.me(lin)));
        assertThat(key(appeals.appeal(cycle, rating, "Again.", team.me(lin)))).isEqualTo("performance.appealed-already");

        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "", "x", team.me(team.director)))).isEqualTo("performance.not-human-resources");
        assertThat(key(appeals.answer(UUID.randomUUID(), Outcome.STANDS, "", "x", team.hr))).isEqualTo("performance.appeal-unknown");
        var partial = new Me(team.me(team.manager).account(), "M", Set.of(Role.HR), Optional.empty());
        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "", "x", partial))).isEqualTo("performance.answer-by-another");
        var second = new Me(team.me(team.director).account(), "D", Set.of(Role.HR), Optional.empty());
        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "", "x", second))).isEqualTo("performance.answer-by-another");
        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "", " ", team.hr))).isEqualTo("performance.words-missing");
        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "", "x".repeat(4001), team.hr))).isEqualTo("performance.too-long");
        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "B", "x", team.hr))).isEqualTo("performance.rating-but-stands");
        assertThat(key(appeals.answer(appeal.id(), Outcome.CHANGED, "C", "x", team.hr))).isEqualTo("performance.nothing-moved");
        assertThat(key(appeals.answer(appeal.id(), Outcome.CHANGED, "Z", "x", team.hr))).isEqualTo("performance.rating-unknown");
        assertThat(browser.post().uri("/app/performance/appeals/" + appeal.id()).param("outcome", "").param("rating", "B").param("answer", "The line was moved").with(As.me(team.hr)).exchange())
                .as("performance.outcome-missing").hasStatus(422).bodyText().contains("Choose an outcome.", "The line was moved");
        assertThat(browser.get().uri("/app/performance/" + cycle + "/people/" + lin).with(As.me(team.hr))).as("nothing is chosen for whoever answers").hasStatusOk().bodyText()
                .containsPattern("<select id=\"outcome\"[^>]*>\\s*<option value=\"\">Choose</option>");
        done(appeals.answer(appeal.id(), Outcome.CHANGED, "B", "The line was moved; the target was not.", team.hr));
        assertThat(key(appeals.answer(appeal.id(), Outcome.STANDS, "", "x", team.hr))).isEqualTo("performance.answered-already");
        assertThat(assessments.of(cycle, lin)).extracting(Assessment::rating).containsExactly("C", "B");
        assertThat(db.sql("SELECT rating FROM performance.rating_in_force WHERE person = :person").param("person", lin).query(String.class).single()).isEqualTo("B");
    }

    @Test
    void anAppealComesWithinTenWorkingDaysOfTheTalk() {
        team.rated(cycle, lin, "C", team.me(team.manager));
        lookedAt(lin);
        closed();
        done(notes.write(cycle, lin, Notes.Kind.TALK, "We spoke.", today, true, team.me(team.manager)));
        db.sql("UPDATE performance.note SET day = :day WHERE kind = 'TALK'").param("day", today.minusDays(40)).update();
        assertThat(key(appeals.appeal(cycle, of(lin).assessment(), "Too late.", team.me(lin)))).isEqualTo("performance.appeal-late");
    }

    @Test
    void holidaysAndMadeUpWeekendsAreCountedAsTheyAre() {
        var workdays = house.getBean(Workdays.class);
        // The Monday after the spring festival of 2026; Saturday 28 February is worked.
        assertThat(workdays.after(team.workshop, LocalDate.of(2026, 2, 13), 1)).isEqualTo(new Workdays.Last(LocalDate.of(2026, 2, 14), List.of()));
        assertThat(workdays.after(team.workshop, LocalDate.of(2026, 2, 14), 1).day()).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(workdays.after(team.workshop, LocalDate.of(2026, 3, 6), 10).day()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(workdays.after(team.workshop, LocalDate.of(2099, 12, 28), 10)).as("of no year beyond is a calendar known, and that is said").isEqualTo(new Workdays.Last(LocalDate.of(2100, 1, 11), List.of(2099, 2100)));
    }
}

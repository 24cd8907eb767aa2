package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every breach that was put in is found, and nothing else; who did something about it does not verify it. */
@WholeHouse(own = true)
class FindingWhatTheLawForbidsTest {
    /** November 2025, which is over: 3 November is a Monday. */
    static final YearMonth MONTH = YearMonth.of(2025, 11);
    static final LocalDate MONDAY = MONTH.atDay(3);

    @Autowired Runs runs;
    @Autowired Findings findings;
    @Autowired Papers papers;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;
    @Autowired MockMvcTester browser;

    final Me counsel = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
    final Me union = new Me(UUID.randomUUID(), "Union", Set.of(Role.UNION), Optional.empty());
    UUID site;
    UUID batch;

    @BeforeEach
    void nobodyButThese() {
        Emptied.of(db, "labour.identity, labour.contract, labour.worked, labour.paper, labour.held, labour.finding, labour.run, labour.calendar, labour.shift CASCADE");
        Emptied.of(db, "directory.batch, directory.unit, directory.person CASCADE");
        site = AWorker.site(house, "CK" + UUID.randomUUID().toString().substring(0, 6), "CN", "Anhui");
        batch = UUID.randomUUID();
        db.sql("INSERT INTO labour.batch (id, kind, file, read_at, read_by, imported_at) VALUES (:id, 'TIMES', 'x', now(), :id, now())").param("id", batch).update();
        var calendar = UUID.randomUUID();
        db.sql("INSERT INTO labour.calendar (id, country, year, source, loaded_by, loaded_at, record) VALUES (:id, 'CN', 2025, 'x', :id, now(), :id)").param("id", calendar).update();
        db.sql("INSERT INTO labour.calendar_day (calendar, day, name, off, statutory) VALUES (:id, '2025-10-01', 'x', true, true)").param("id", calendar).update();
    }

    /** Lawful in everything: thirty years old, open contract, certificate of disability, leave taken. */
    UUID lawful(String number) {
        return someone(number, Engagement.EMPLOYEE, LocalDate.of(1990, 1, 1), LocalDate.of(2024, 1, 1));
    }

    UUID someone(String number, Engagement kind, @Nullable LocalDate born, LocalDate since) {
        var person = AWorker.engaged(house, site, number, kind, since, null);
        if (born != null) {
            AWorker.attest(db, person, born, "F");
        }
        AWorker.contract(db, person, "PRODUCTION", since, null);
        paper(person, "DISABILITY", LocalDate.of(2025, 1, 1), null);
        for (var i = 0; i < 5; i++) {
            worked(person, LocalDate.of(2025, 2, 3).plusDays(i), LocalTime.of(8, 0), 8, "ANNUAL_LEAVE");
        }
        return person;
    }

    void paper(UUID person, String kind, LocalDate day, @Nullable LocalDate until) {
        db.sql("INSERT INTO labour.paper (id, person, kind, day, until_day, told_by, told_at, record) VALUES (gen_random_uuid(), :person, :kind, :day, :until, :person, now(), :person)")
                .param("person", person).param("kind", kind).param("day", day).param("until", until, java.sql.Types.DATE).update();
    }

    void worked(UUID person, LocalDate day, LocalTime begins, int hours, String kind) {
        db.sql("INSERT INTO labour.worked (person, day, no, part, begins, planned, seconds, kind, batch, recorded_at) VALUES (:person, :day, 1, 1, CAST(:day AS date) + CAST(:begins AS time), 0, :seconds, :kind, :batch, now())")
                .param("person", person).param("day", day).param("begins", begins.toString()).param("seconds", hours * 3_600).param("kind", kind).param("batch", batch).update();
    }

    void worked(UUID person, LocalDate day, int hours) {
        worked(person, day, LocalTime.of(8, 0), hours, "WORKED");
    }

    /** Number and what was found of everybody; of a place the check alone. */
    Set<String> found() {
        done(runs.run(MONTH, HR));
        return new TreeSet<>(findings.lines(Query.all("/app/labour/findings").with("stage", "ALL")).stream().map(it -> it.number() + " " + it.key() + " " + it.args()).toList());
    }

    @Test
    void aLawfulMonthFindsNothing() {
        var person = lawful("L1");
        for (var day = MONDAY; day.isBefore(MONDAY.plusDays(26)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                worked(person, day, 8);
            }
        }
        assertThat(found()).isEmpty();
        assertThat(runs.last().getFirst().facts()).isEqualTo(20);
        assertThat(db.sql("SELECT size FROM log.record WHERE class = 'labour.run' ORDER BY recorded_at DESC LIMIT 1").query(Long.class).single()).as("nothing found is an entry too").isZero();
    }

    @Test
    void ageAndJuveniles() {
        someone("A1", Engagement.EMPLOYEE, null, LocalDate.of(2025, 1, 1));
        someone("A2", Engagement.INTERN, LocalDate.of(2009, 1, 2), LocalDate.of(2025, 1, 1));
        someone("A3", Engagement.INTERN, LocalDate.of(2009, 1, 1), LocalDate.of(2025, 1, 1));
        var night = someone("A4", Engagement.EMPLOYEE, LocalDate.of(2008, 6, 1), LocalDate.of(2025, 1, 1));
        for (var it : List.of("A2", "A3", "A4")) {
            var person = db.sql("SELECT id FROM directory.name WHERE number = :number").param("number", it).query(UUID.class).single();
            paper(person, "HEALTH_CHECK", LocalDate.of(2024, 11, 30), null);
            if (!it.equals("A3")) {
                paper(person, "JUVENILE_REGISTRATION", LocalDate.of(2024, 12, 1), null);
                paper(person, "HEALTH_CHECK", LocalDate.of(2025, 10, 1), null);
            }
        }
        worked(night, MONDAY, LocalTime.of(15, 0), 8, "WORKED");
        worked(night, MONDAY.plusDays(1), LocalTime.of(14, 0), 8, "WORKED");
        worked(night, MONDAY.plusDays(2), LocalTime.of(6, 0), 9, "WORKED");
        assertThat(found()).containsExactlyInAnyOrder("A1 age-unknown [2025-01-01, 16]", "A2 age-young [2025-01-01, 16]", "A3 juvenile-registration [2025-01-01]", "A3 juvenile-health [2025-01-01]",
                "A4 juvenile-night [1]", "A4 juvenile-overtime [1]");
    }

    @Test
    void aChildThatWorkedIsFoundThoughNoPlanCouldHaveHadIt() {
        var child = someone("K1", Engagement.INTERN, MONDAY.minusYears(16).plusDays(1), LocalDate.of(2025, 11, 1));
        paper(child, "HEALTH_CHECK", LocalDate.of(2025, 10, 1), null);
        paper(child, "JUVENILE_REGISTRATION", LocalDate.of(2025, 10, 1), null);
        worked(child, MONDAY, 4);
        worked(child, MONDAY.plusDays(1), 4);
        assertThat(found()).containsExactlyInAnyOrder("K1 child [1, 16]", "K1 age-young [2025-11-01, 16]");
    }

    @Test
    void contractsAndProbation() {
        var none = lawful("C1");
        var young = lawful("C2");
        var probation = lawful("C3");
        var again = lawful("C4");
        var third = lawful("C5");
        var old = lawful("C6");
        db.sql("UPDATE directory.engagement SET from_day = '2015-11-30' WHERE person = :person").param("person", old).update();
        for (var i = 5; i < 10; i++) {
            worked(old, LocalDate.of(2025, 2, 3).plusDays(i), LocalTime.of(8, 0), 8, "ANNUAL_LEAVE");
        }
        db.sql("DELETE FROM labour.contract").update();
        AWorker.contract(db, young, "PRODUCTION", LocalDate.of(2024, 1, 1), null);
        contract(probation, "FIXED", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31), 62);
        contract(again, "OPEN", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), 30);
        contract(again, "OPEN", LocalDate.of(2025, 1, 1), null, 30);
        contract(third, "FIXED", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30), 0);
        contract(third, "FIXED", LocalDate.of(2024, 7, 1), LocalDate.of(2024, 12, 31), 0);
        contract(third, "FIXED", LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31), 0);
        contract(old, "FIXED", LocalDate.of(2024, 1, 1), LocalDate.of(2027, 12, 31), 0);
        assertThat(none).isNotNull();
        assertThat(found()).containsExactlyInAnyOrder("C1 written [2024-01-01, 1]", "C3 probation-long [62, 61]", "C4 probation-again [30, 181]", "C5 open-term-third [3, 2024-01-01]",
                "C6 open-term-years [1, 2015-11-30]");
    }

    void contract(UUID person, String term, LocalDate from, @Nullable LocalDate until, int probation) {
        AWorker.contract(db, person, "PRODUCTION", from, until);
        db.sql("UPDATE labour.contract SET term = :term, probation_days = :days WHERE person = :person AND from_day = :from").param("term", term).param("days", probation).param("person", person).param("from", from).update();
    }

    @Test
    void hoursAndRest() {
        var most = lawful("H1");
        var over = lawful("H2");
        var near = lawful("H3");
        var day = lawful("H4");
        var row = lawful("H5");
        for (var i = 0; i < 12; i++) {
            var on = MONDAY.plusDays(i + 2 * (i / 5));
            worked(most, on, 11);
            worked(over, on, 11);
            worked(near, on, i < 10 ? 11 : 8);
        }
        worked(over, MONDAY.plusDays(18), 9);
        worked(day, MONDAY, 12);
        // From Wednesday before the month to Tuesday: seven days without one of rest, two of them a weekend.
        for (var on = MONTH.atDay(1).minusDays(3); on.isBefore(MONDAY.plusDays(1)); on = on.plusDays(1)) {
            worked(row, on, 1);
        }
        worked(row, MONDAY.plusDays(1), 1);
        assertThat(found()).containsExactlyInAnyOrder("H1 overtime-near [36, 36]", "H2 overtime-month [37, 36]", "H3 overtime-near [30, 36]", "H4 overtime-day [1, 4, 3]", "H5 rest [7, 6]");
    }

    @Test
    void womenWhoAreProtectedLeaveAndWhatWasTaken() {
        var pregnant = lawful("W1");
        paper(pregnant, "PREGNANT", MONDAY, MONDAY.plusDays(60));
        worked(pregnant, MONDAY.minusDays(3), 9);
        worked(pregnant, MONDAY, 9);
        worked(pregnant, MONDAY.plusDays(1), LocalTime.of(15, 0), 8, "WORKED");
        var leave = lawful("W2");
        db.sql("DELETE FROM labour.worked WHERE person = :person AND day = '2025-02-03'").param("person", leave).update();
        var held = lawful("W3");
        var thing = done(papers.found(held, Papers.Thing.DOCUMENT, LocalDate.of(2025, 1, 5), HR));
        assertThat(found()).containsExactlyInAnyOrder("W1 protected [1, 1]", "W2 leave [4, 5]", "W3 held-DOCUMENT [2025-01-05]");
        var page = browser.get().uri("/app/labour/findings").with(As.me(counsel)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Worker W3").doesNotContain("Worker W1");
        assertThat(browser.get().uri("/app/labour/findings").with(As.me(HR)).exchange()).bodyText().contains("Worker W1");
        assertThat(browser.get().uri("/app/labour/findings").with(As.me(union)).exchange()).bodyText().contains("Somebody of this place").doesNotContain("Worker");
        done(papers.returned(held, thing, LocalDate.now(clock), HR));
        found();
        assertThat(findings.lines(Query.all("/app/labour/findings").with("check", "held"))).singleElement().satisfies(it -> assertThat(it.gone()).as("open until somebody verifies it").isTrue());
    }

    @Test
    void sharesOfACompanyAndKindsOfDays() {
        lawful("S1");
        db.sql("DELETE FROM labour.paper").update();
        someone("S2", Engagement.DISPATCH, LocalDate.of(1990, 1, 1), LocalDate.of(2024, 1, 1));
        db.sql("DELETE FROM labour.paper").update();
        db.sql("UPDATE labour.calendar_day SET statutory = false").update();
        assertThat(found()).containsExactlyInAnyOrder(" dispatch [1, 2, 10]", " disabled [0, 1, 1.5]", " day-kinds [CN, 2025]");
    }

    @Test
    void theSameFoundAgainIsTheSameFindingAndOpensAgainWhenItWasClosed() {
        worked(lawful("R1"), MONDAY, 12);
        found();
        var finding = findings.lines(Query.all("/app/labour/findings")).getFirst();
        assertThat(done(runs.run(MONTH, HR)).fresh()).isZero();
        assertThat(key(findings.done(finding.id(), " ", HR))).isEqualTo("labour.words-missing");
        assertThat(key(findings.done(finding.id(), "x".repeat(2_001), HR))).isEqualTo("labour.words-long");
        assertThat(key(findings.verify(finding.id(), true, "", counsel))).isEqualTo("labour.step-not-allowed");
        assertThat(key(findings.take(finding.id(), union))).isEqualTo("labour.not-for-you");
        assertThat(key(findings.take(UUID.randomUUID(), HR))).isEqualTo("labour.finding-unknown");
        done(findings.take(finding.id(), HR));
        done(findings.done(finding.id(), "The shift was shortened.", HR));
        assertThat(key(findings.take(finding.id(), counsel))).as("what was done goes back with a word, not by being taken on").isEqualTo("labour.step-not-allowed");
        assertThat(key(findings.verify(finding.id(), true, "", HR))).isEqualTo("labour.own-work");
        assertThat(key(findings.verify(finding.id(), false, "", union))).isEqualTo("labour.words-missing");
        done(findings.verify(finding.id(), false, "Not yet.", union));
        done(findings.done(finding.id(), "Now it is.", counsel));
        done(findings.verify(finding.id(), true, "", union));
        assertThat(findings.find(finding.id()).orElseThrow().stage()).isEqualTo(Finding.Stage.CLOSED);
        assertThat(done(runs.run(MONTH, HR)).fresh()).as("found again").isEqualTo(1);
        assertThatThrownBy(() -> db.sql("INSERT INTO labour.finding_step (finding, no, state, words, by, at, done_by) VALUES (:id, 99, 'CLOSED', '', :by, now(), :by)")
                .param("id", finding.id()).param("by", HR.account()).update()).hasMessageContaining("verified_by_another");
    }

    @Test
    void aMonthThatIsOverIsCheckedByItselfAndOneToComeIsNot() {
        worked(lawful("M1"), MONDAY, 12);
        runs.monthIsOver(new DayHasBegun(LocalDate.of(2025, 12, 1)));
        assertThat(runs.last()).isEmpty();
        runs.monthIsOver(new DayHasBegun(LocalDate.of(2025, 12, 2)));
        assertThat(runs.last()).singleElement().satisfies(it -> assertThat(it.hits()).isEqualTo(1));
        assertThat(key(runs.run(YearMonth.now(clock).plusMonths(1), HR))).isEqualTo("labour.month-wrong");
    }

    /** A province's number goes before its country's. */
    @Test
    void leaveAroundABirthIsAsLongAsThePlaceSaysAndNobodyWorksInIt() {
        var person = lawful("B1");
        assertThat(papers.show(person, Papers.Kind.MATERNITY, MONDAY, MONDAY.plusDays(96), HR)).isEqualTo(Answer.refused("untilDay", "labour.maternity-short", 98));
        db.sql("INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at) VALUES (gen_random_uuid(), 'maternity-days', 'CN', 'Anhui', '2025-01-01', 158, 'Anhui', now())").update();
        assertThat(papers.show(person, Papers.Kind.MATERNITY, MONDAY, MONDAY.plusDays(156), HR)).isEqualTo(Answer.refused("untilDay", "labour.maternity-short", 158));
        assertThat(key(papers.show(person, Papers.Kind.MATERNITY, MONDAY, null, HR))).isEqualTo("labour.paper-until");
        done(papers.show(person, Papers.Kind.MATERNITY, MONDAY, MONDAY.plusDays(157), HR));
        db.sql("DELETE FROM labour.rule WHERE source = 'Anhui'").update();
        var elsewhere = AWorker.engaged(house, AWorker.site(house, "MX" + UUID.randomUUID().toString().substring(0, 6), "CN", "Fujian"), "B2", Engagement.EMPLOYEE, LocalDate.of(2024, 1, 1), null);
        assertThat(papers.show(elsewhere, Papers.Kind.MATERNITY, MONDAY, MONDAY.plusDays(96), HR)).as("a province that says nothing").isEqualTo(Answer.refused("untilDay", "labour.maternity-short", 98));

        worked(person, MONDAY.minusDays(1).minusDays(6), 8);
        worked(person, MONDAY, 8);
        worked(person, MONDAY.plusDays(1), 8);
        assertThat(found()).filteredOn(it -> it.startsWith("B1")).as("each day of it, though no hour was overtime").containsExactly("B1 protected [2, 0]");
    }

    @Test
    void papersThatCannotBeAreRefused() {
        var person = lawful("P1");
        var tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(key(papers.show(person, Papers.Kind.HEALTH_CHECK, tomorrow, null, HR))).isEqualTo("labour.paper-future");
        assertThat(key(papers.show(person, Papers.Kind.PREGNANT, MONDAY, null, HR))).isEqualTo("labour.paper-until");
        assertThat(key(papers.show(person, Papers.Kind.DISABILITY, MONDAY, MONDAY.minusDays(1), HR))).isEqualTo("labour.paper-until");
        var paper = done(papers.show(person, Papers.Kind.PREGNANT, MONDAY, tomorrow, HR));
        done(papers.withdraw(person, paper, HR));
        assertThat(key(papers.withdraw(person, paper, HR))).isEqualTo("labour.paper-gone");
        assertThat(key(papers.found(person, Papers.Thing.DEPOSIT, tomorrow, HR))).isEqualTo("labour.paper-future");
        var held = done(papers.found(person, Papers.Thing.DEPOSIT, MONDAY, HR));
        assertThat(key(papers.returned(person, held, tomorrow, HR))).isEqualTo("labour.paper-future");
        done(papers.returned(person, held, MONDAY, HR));
        assertThat(key(papers.returned(person, held, MONDAY, HR))).isEqualTo("labour.held-gone");
    }

    @Test
    void thePagesLeadFromTheCountToTheRowAndTheNumberOfLaw() {
        var person = lawful("G1");
        worked(person, MONDAY, 12);
        assertThat(browser.post().uri("/app/labour/runs").with(As.me(HR)).param("month", MONTH.toString()).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/labour/runs").with(As.me(HR)).param("month", "soon").exchange()).hasStatus(422);
        assertThat(browser.get().uri("/app/labour").with(As.me(union)).exchange()).hasStatusOk().bodyText().contains("/app/labour/findings?check=overtime-day&amp;place=" + site);
        var finding = findings.lines(Query.all("/app/labour/findings")).getFirst();
        var at = "/app/labour/findings/" + finding.id();
        assertThat(browser.get().uri(at).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("To be confirmed by counsel", "Worker G1");
        assertThat(browser.post().uri(at + "/taking").with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/doing").with(As.me(HR)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(at + "/doing").with(As.me(HR)).param("words", "Shortened.").exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/verification").with(As.me(HR)).param("good", "yes").exchange()).hasStatus(422);
        assertThat(browser.post().uri(at + "/verification").with(As.me(union)).param("good", "yes").exchange()).hasStatus(303);
        var papersAt = "/app/labour/people/" + person;
        assertThat(browser.post().uri(papersAt + "/papers").with(As.me(HR)).param("paper", "HEALTH_CHECK").param("day", MONDAY.toString()).exchange()).hasStatus(303);
        assertThat(browser.post().uri(papersAt + "/papers").with(As.me(HR)).param("paper", "HEALTH_CHECK").param("day", "x").exchange()).hasStatus(422);
        assertThat(browser.post().uri(papersAt + "/held").with(As.me(HR)).param("thing", "DEPOSIT").param("since", MONDAY.toString()).exchange()).hasStatus(303);
        assertThat(browser.get().uri(papersAt).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Deposit or guarantee");
    }
}

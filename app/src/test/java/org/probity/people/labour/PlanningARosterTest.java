package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Place;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Query;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the law forbids is refused while it is a plan; what must never be cannot be stored at all. */
@WholeHouse
class PlanningARosterTest {
    static final LocalTime EIGHT = LocalTime.of(8, 0);

    @Autowired Rosters rosters;
    @Autowired Overtime overtime;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;
    @Autowired MockMvcTester browser;

    UUID unit;
    String code;
    UUID worker;
    /** A Monday to come, with its whole month before it. */
    LocalDate monday;

    @BeforeEach
    void aSiteAndAWorker() {
        code = "R" + UUID.randomUUID().toString().substring(0, 8);
        unit = AWorker.site(house, code, "CN", "Anhui");
        worker = AWorker.employee(house, unit, code + "-1");
        AWorker.attest(db, worker, LocalDate.of(1990, 1, 1), "M");
        monday = YearMonth.now(clock).plusMonths(1).atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    Rosters.Plan shift(UUID person, LocalDate first, LocalDate last, LocalTime ends, int pause) {
        return new Rosters.Plan(unit, List.of(person), first, last, EIGHT, ends, pause, false);
    }

    String said(Rosters.Plan plan) {
        return key(rosters.plan(plan, HR));
    }

    @Test
    void aDayOfEightHoursIsNoOvertimeAndWeekendsAreLeftOut() {
        var planned = done(rosters.plan(shift(worker, monday, monday.plusDays(6), LocalTime.of(17, 0), 60), HR));
        assertThat(planned.shifts()).isEqualTo(5);
        assertThat(planned.nearly()).isEmpty();
        assertThat(overtime.standing(unit, YearMonth.from(monday), 10, 0)).singleElement().satisfies(it -> assertThat(it.forecast()).isZero());
        assertThat(said(shift(worker, monday, monday, LocalTime.of(17, 0), 60))).isEqualTo("labour.shift-taken");
        assertThat(said(shift(worker, monday.plusDays(5), monday.plusDays(6), LocalTime.of(17, 0), 60))).isEqualTo("labour.no-working-day");
    }

    @Test
    void theRosterIsRefusedBeforeTheThirtySeventhHour() {
        // Three hours on each of ten working days are thirty; two more days make thirty-six, which is allowed, and another hour is not.
        var first = done(rosters.plan(shift(worker, monday, monday.plusDays(11), LocalTime.of(20, 0), 60), HR));
        assertThat(first.shifts()).isEqualTo(10);
        assertThat(first.nearly()).singleElement().satisfies(it -> assertThat(it.hours()).isEqualByComparingTo("30"));
        var second = done(rosters.plan(shift(worker, monday.plusDays(14), monday.plusDays(15), LocalTime.of(20, 0), 60), HR));
        assertThat(second.nearly().getFirst().hours()).isEqualByComparingTo("36");
        var refused = (Answer.Refused<Rosters.Planned>) rosters.plan(shift(worker, monday.plusDays(16), monday.plusDays(16), LocalTime.of(17, 1), 60), HR);
        assertThat(refused.reasons()).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo("labour.shift-month-full");
            assertThat(it.args()).contains("0", "36.1", "36");
        });
        done(rosters.plan(shift(worker, monday.plusDays(16), monday.plusDays(16), LocalTime.of(17, 0), 60), HR));
        assertThat(done(rosters.withdraw(unit, List.of(worker), monday, monday.plusDays(1), HR))).isEqualTo(2);
        assertThat(key(rosters.withdraw(unit, List.of(worker), monday, monday.plusDays(1), HR))).isEqualTo("labour.shifts-none");
    }

    @Test
    void whatWasWorkedCountsWhereItIsKnown() {
        var today = LocalDate.now(clock);
        var worked = today.withDayOfMonth(1);
        var batch = UUID.randomUUID();
        db.sql("INSERT INTO labour.batch (id, kind, file, read_at, read_by, imported_at) VALUES (:id, 'TIMES', 'x', now(), :id, now())").param("id", batch).update();
        db.sql("""
                INSERT INTO labour.worked (person, day, no, part, begins, planned, seconds, kind, batch, recorded_at)
                VALUES (:person, :day, 1, 1, CAST(:day AS date) + time '00:00', 0, 36000, 'WORKED', :batch, now() - interval '1 hour'), (:person, :day, 2, 1, CAST(:day AS date) + time '00:00', 0, 43200, 'WORKED', :batch, now())
                """)
                .param("person", worker).param("day", worked).param("batch", batch).update();
        var weekend = worked.getDayOfWeek().getValue() > 5;
        assertThat(overtime.standing(unit, YearMonth.from(today), 10, 0).getFirst().worked()).as("the second word about the day counts").isEqualTo(weekend ? 43_200 : 14_400);
    }

    @Test
    void aDayHasThreeHoursOfOvertimeAtMost() {
        assertThat(said(shift(worker, monday, monday, LocalTime.of(20, 1), 60))).isEqualTo("labour.shift-day-long");
    }

    @Test
    void whoHasNoCheckedDocumentHasNoShift() {
        var other = AWorker.employee(house, unit, code + "-2");
        assertThat(said(shift(other, monday, monday, LocalTime.of(17, 0), 60))).isEqualTo("labour.shift-identity-missing");
    }

    @Test
    void nobodyUnderSixteenIsPlannedOrStored() {
        var child = AWorker.employee(house, unit, code + "-3");
        AWorker.attest(db, child, monday.minusYears(16).plusDays(1), "F");
        assertThat(said(shift(child, monday, monday.plusDays(2), LocalTime.of(17, 0), 60))).as("on the first of the days").isEqualTo("labour.shift-under-age");
        assertThatThrownBy(() -> store(child, monday)).hasMessageContaining("nobody_under_sixteen");
        store(child, monday.plusDays(1));
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO labour.shift (id, roster, identity, person, born, day, begins, seconds, ends)
                SELECT gen_random_uuid(), (SELECT id FROM labour.roster LIMIT 1), id, person, '1990-01-01', :day, CAST(:day AS date) + time '08:00', 3600, CAST(:day AS date) + time '09:00'
                  FROM labour.identity WHERE person = :person
                """).param("person", child).param("day", monday).update()).as("with another birth date than the document's").hasMessageContaining("shift_of_a_checked_document");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at) VALUES (gen_random_uuid(), 'min-age', 'CN', '', '2026-01-01', 15, 'x', now())
                """).update()).hasMessageContaining("no_table_lowers_sixteen");
    }

    private void store(UUID person, LocalDate day) {
        var roster = UUID.randomUUID();
        db.sql("INSERT INTO labour.roster (id, unit, first, last, shifts, planned_by, planned_at, record) VALUES (:id, :unit, :day, :day, 1, :id, now(), :id)")
                .param("id", roster).param("unit", unit).param("day", day).update();
        db.sql("""
                INSERT INTO labour.shift (id, roster, identity, person, born, day, begins, seconds, ends)
                SELECT gen_random_uuid(), :roster, id, person, born, :day, CAST(:day AS date) + time '08:00', 3600, CAST(:day AS date) + time '09:00'
                  FROM labour.identity WHERE person = :person AND superseded_at IS NULL
                """)
                .param("roster", roster).param("person", person).param("day", day).update();
    }

    @Test
    void whoIsNotEighteenWorksNeitherAtNightNorLonger() {
        var young = AWorker.employee(house, unit, code + "-4");
        AWorker.attest(db, young, monday.minusYears(18).plusDays(1), "M");
        assertThat(said(shift(young, monday, monday, LocalTime.of(17, 1), 60))).isEqualTo("labour.shift-juvenile-long");
        assertThat(said(new Rosters.Plan(unit, List.of(young), monday, monday, LocalTime.of(15, 0), LocalTime.of(22, 1), 0, false))).isEqualTo("labour.shift-juvenile-night");
        assertThat(said(new Rosters.Plan(unit, List.of(young), monday, monday, LocalTime.of(5, 59), LocalTime.of(12, 0), 0, false))).isEqualTo("labour.shift-juvenile-night");
        done(rosters.plan(new Rosters.Plan(unit, List.of(young), monday, monday, LocalTime.of(14, 0), LocalTime.of(22, 0), 0, false), HR));
        done(rosters.plan(new Rosters.Plan(unit, List.of(young), monday.plusDays(1), monday.plusDays(1), LocalTime.of(15, 0), LocalTime.of(23, 0), 0, false), HR));
    }

    @Test
    void whatIsNoPlanIsRefused() {
        assertThat(key(rosters.plan(new Rosters.Plan(unit, List.of(), monday, monday, EIGHT, LocalTime.of(17, 0), 60, false), HR))).isEqualTo("labour.people-missing");
        assertThat(key(rosters.plan(new Rosters.Plan(unit, Collections.nCopies(501, worker), monday, monday, EIGHT, LocalTime.of(17, 0), 60, false), HR))).isEqualTo("labour.people-many");
        var yesterday = LocalDate.now(clock).minusDays(1);
        assertThat(said(shift(worker, yesterday, monday, LocalTime.of(17, 0), 60))).isEqualTo("labour.days-wrong");
        assertThat(said(shift(worker, monday, monday.minusDays(1), LocalTime.of(17, 0), 60))).isEqualTo("labour.days-wrong");
        assertThat(said(shift(worker, monday, monday.plusDays(63), LocalTime.of(17, 0), 60))).isEqualTo("labour.days-wrong");
        assertThat(said(shift(worker, monday, monday, LocalTime.of(9, 0), 60))).isEqualTo("labour.shift-wrong");
        var other = AWorker.site(house, code + "X", "CN", "Anhui");
        assertThat(said(shift(AWorker.employee(house, other, code + "-5"), monday, monday, LocalTime.of(17, 0), 60))).isEqualTo("labour.person-elsewhere");
        var leaver = AWorker.engaged(house, unit, code + "-6", Engagement.EMPLOYEE, AWorker.BEGUN, monday.plusDays(1));
        AWorker.attest(db, leaver, LocalDate.of(1990, 1, 1), "F");
        assertThat(said(shift(leaver, monday, monday.plusDays(2), LocalTime.of(17, 0), 60))).isEqualTo("labour.person-elsewhere");
    }

    @Test
    void onlyWhoLeadsTheUnitPlansForIt() {
        var stranger = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        var plan = shift(worker, monday, monday, LocalTime.of(17, 0), 60);
        assertThat(key(rosters.plan(plan, stranger))).isEqualTo("labour.not-yours");
        assertThat(key(rosters.withdraw(unit, List.of(worker), monday, monday, stranger))).isEqualTo("labour.not-yours");
        assertThat(browser.get().uri("/app/labour/roster").with(As.me(stranger)).exchange()).hasStatusOk().bodyText().contains("You lead no unit");
        assertThat(browser.get().uri("/app/labour/roster").with(As.a(Role.BUYER)).exchange()).hasStatusOk().bodyText().contains("You lead no unit");
        assertThat(browser.get().uri("/app/labour/roster").with(As.a(Role.ASSURER)).exchange()).hasStatus(403);
    }

    @Test
    void whoLeadsAUnitFindsItsRosterInTheMenuAndEverybodyTheirOwn() {
        // Whoever leads a workshop often holds another role and not that of an employee.
        var leader = new Me(UUID.randomUUID(), "Leader", Set.of(Role.QUALITY), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'x', :email, 'en', now(), :id)").param("id", leader.account()).param("email", leader.account() + "@x.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", worker).param("account", leader.account()).update();
        assertThat(browser.get().uri("/app/my/roster").with(As.me(leader)).exchange()).hasStatusOk().bodyText().contains("No shift is planned for you").doesNotContain("href=\"/app/labour/roster\"");
        done(house.getBean(Heads.class).appoint(unit, worker, Place.Rank.HEAD, LocalDate.now(clock), "", HR.account()));
        var later = shift(worker, monday, monday.plusDays(1), LocalTime.of(17, 0), 60);
        assertThat(done(rosters.plan(later, leader)).shifts()).isEqualTo(2);
        assertThat(browser.get().uri("/app/my/roster").with(As.me(leader)).exchange()).hasStatusOk().bodyText().contains("href=\"/app/labour/roster\"").contains("Next shifts").contains("36 h");
        assertThat(browser.get().uri("/app/labour/roster").with(As.me(leader)).exchange()).hasStatusOk().bodyText().contains("Worker " + code + "-1");
    }

    @Test
    void theFormPlansAndSaysByNameWhoseMonthIsFull() {
        var at = "/app/labour/roster?unit=" + code + "&month=" + YearMonth.from(monday);
        assertThat(browser.get().uri(at).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Worker " + code + "-1", "36 h left");
        var fields = Map.of("act", "plan", "people", worker.toString(), "first", monday.toString(), "last", monday.plusDays(15).toString(), "begins", "08:00", "ends", "20:00", "pause", "60");
        assertThat(post(at, fields)).hasStatus(303);
        assertThat(browser.get().uri(at).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("0 h left");
        var more = Map.of("act", "plan", "people", worker.toString(), "first", monday.plusDays(16).toString(), "last", monday.plusDays(16).toString(), "begins", "08:00", "ends", "18:00", "pause", "60");
        assertThat(post(at, more)).hasStatus(422).bodyText().contains("36 h are allowed").as("who was chosen stays chosen").contains("value=\"" + worker + "\" checked");
        assertThat(post(at, Map.of("act", "plan", "first", "x", "last", "x", "begins", "x", "ends", "x"))).hasStatus(422);
    }

    @Test
    void whoeverIsRefusedComesBackToThePageOnWhichTheyTicked() {
        for (var i = 2; i <= Query.PAGE + 1; i++) {
            AWorker.employee(house, unit, code + "-" + i);
        }
        var month = YearMonth.from(monday);
        var last = overtime.standing(unit, month, Query.PAGE, Query.PAGE).getFirst();
        var second = "/app/labour/roster?unit=" + code + "&month=" + month + "&page=2";
        assertThat(browser.get().uri(second).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("action=\"" + second.replace("&", "&amp;") + "\"");
        var fields = Map.of("act", "plan", "people", last.person().toString(), "first", monday.toString(), "last", monday.toString(), "begins", "20:00", "ends", "08:00", "pause", "x");
        assertThat(post(second, fields)).hasStatus(422).bodyText().contains("value=\"" + last.person() + "\" checked");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String at, Map<String, String> fields) {
        var request = browser.post().uri(at).with(As.me(HR));
        fields.forEach(request::param);
        return request.exchange();
    }
}

package org.probity.people.retirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.people.retirement.Afterwards.Benefit;
import org.probity.people.retirement.Schedule.Category;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody near their month chooses another, hands over, is retired, insured, visited, and comes back for a term. */
@WholeHouse
class RetiringTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me UNION = new Me(UUID.randomUUID(), "Bai Lu", Set.of(Role.UNION), Optional.empty());

    @Autowired Retirements retirements;
    @Autowired Afterwards afterwards;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Directory directory;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext context;
    @Autowired TransactionTemplate transaction;

    LocalDate today;
    UUID site;
    UUID ren;
    Me worker;

    @BeforeEach
    void somebodyNearTheirMonth() {
        today = retirements.today();
        var code = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        ren = person(Engagement.EMPLOYEE, today.minusYears(9));
        worker = account(ren);
    }

    UUID person(Engagement kind, LocalDate from) {
        var number = "R" + UUID.randomUUID().toString().substring(0, 10);
        return done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(kind, site, "", from, null), "", HR.account()));
    }

    Me account(UUID person) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)").param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    String number(UUID person) {
        return directory.person(person).orElseThrow().number();
    }

    /** A man of 61: his statutory month is between 60 and 63. */
    YearMonth born() {
        return YearMonth.from(today).minusYears(61);
    }

    private static Me asHr(Me me) {
        return new Me(me.account(), me.name(), Set.of(Role.HR), Optional.empty());
    }

    @Test
    void aFileIsWhatAPaperShowed() {
        assertThat(key(retirements.file(number(ren), born(), Category.M, "ID card", worker))).isEqualTo("retirement.not-yours");
        assertThat(key(retirements.file("nobody", born(), Category.M, "ID card", HR))).isEqualTo("retirement.number-unknown");
        assertThat(key(retirements.file(number(ren), born(), Category.M, "ID card", asHr(worker)))).isEqualTo("retirement.own");
        assertThat(key(retirements.file(number(ren), null, Category.M, "ID card", HR))).isEqualTo("retirement.born-wrong");
        assertThat(key(retirements.file(number(ren), YearMonth.from(today), Category.M, "ID card", HR))).isEqualTo("retirement.born-wrong");
        assertThat(key(retirements.file(number(ren), born(), null, "ID card", HR))).isEqualTo("retirement.category-missing");
        assertThat(key(retirements.file(number(ren), born(), Category.M, "", HR))).isEqualTo("retirement.shown-wrong");
        done(retirements.file(number(ren), born().plusMonths(1), Category.M, "a form", HR));
        done(retirements.file(number(ren), born(), Category.M, "ID card", HR));
        assertThat(retirements.of(ren).orElseThrow().month()).as("the newest counts").isEqualTo(born());
        assertThat(retirements.soon()).extracting(it -> it.file().person()).contains(ren);
        assertThat(browser.get().uri("/app/retirement").with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains(retirements.schedules().get(Category.M).month(born()).toString());
        assertThat(browser.get().uri("/app/retirement/people/" + ren).with(As.me(UNION)).exchange()).as("not retired yet").hasStatus(404);
    }

    @Test
    void anotherMonthIsChosenWithinTheWindowAndAnswered() {
        assertThat(key(retirements.choose(YearMonth.from(today), "", HR))).isEqualTo("retirement.no-person");
        assertThat(key(retirements.choose(YearMonth.from(today), "", worker))).isEqualTo("retirement.no-file");
        done(retirements.file(number(ren), born(), Category.M, "ID card", HR));
        var schedule = retirements.schedules().get(Category.M);
        assertThat(key(retirements.choose(null, "", worker))).isEqualTo("retirement.month-missing");
        assertThat(key(retirements.choose(schedule.month(born()), "", worker))).isEqualTo("retirement.month-statutory");
        assertThat(key(retirements.choose(schedule.earliest(born()).minusMonths(1), "", worker))).isEqualTo("retirement.month-early");
        assertThat(key(retirements.choose(schedule.latest(born()).plusMonths(1), "", worker))).isEqualTo("retirement.month-late");
        done(retirements.file(number(ren), born().plusMonths(6), Category.M, "a better paper", HR));
        var early = schedule.earliest(born().plusMonths(6));
        assertThat(key(retirements.choose(early.isBefore(YearMonth.from(today)) ? YearMonth.from(today).plusMonths(1) : early, "", worker))).isIn("retirement.month-soon", "retirement.month-statutory");
        var late = schedule.latest(born().plusMonths(6));
        assertThat(key(retirements.choose(late, "x".repeat(1001), worker))).isEqualTo("retirement.words-long");
        var choice = done(retirements.choose(late, "I like it here", worker));
        assertThat(key(retirements.choose(late, "", worker))).isEqualTo("retirement.chosen-already");
        assertThat(key(retirements.answer(choice, true, "", worker))).isEqualTo("retirement.not-yours");
        assertThat(key(retirements.answer(UUID.randomUUID(), true, "", HR))).isEqualTo("retirement.unknown");
        assertThat(key(retirements.answer(choice, true, "", asHr(worker)))).isEqualTo("retirement.own");
        assertThat(key(retirements.answer(choice, false, "", HR))).isEqualTo("retirement.reason-missing");
        assertThat(key(retirements.answer(choice, false, "x".repeat(1001), HR))).isEqualTo("retirement.words-long");
        done(retirements.answer(choice, false, "The line closes before", HR));
        assertThat(key(retirements.answer(choice, true, "", HR))).isEqualTo("retirement.not-open");
        var again = done(retirements.choose(late, "", worker));
        done(retirements.answer(again, true, "", HR));
        assertThat(key(retirements.takeBack(again, account(person(Engagement.EMPLOYEE, today))))).isEqualTo("retirement.only-own");
        assertThat(key(retirements.takeBack(UUID.randomUUID(), worker))).isEqualTo("retirement.unknown");
        done(retirements.takeBack(again, worker));
        assertThat(key(retirements.takeBack(again, worker))).isEqualTo("retirement.not-open");
    }

    @Test
    void whoeverTakesSomethingOverSaysSo() {
        var taker = person(Engagement.EMPLOYEE, today.minusYears(1));
        var other = account(taker);
        assertThat(key(afterwards.handOver(ren, number(taker), "keys", today, other))).isEqualTo("retirement.not-yours");
        assertThat(key(afterwards.handOver(ren, "nobody", "keys", today, worker))).isEqualTo("retirement.number-unknown");
        assertThat(key(afterwards.handOver(ren, number(ren), "keys", today, worker))).isEqualTo("retirement.to-another");
        assertThat(key(afterwards.handOver(ren, number(taker), "", today, worker))).isEqualTo("retirement.what-wrong");
        assertThat(key(afterwards.handOver(ren, number(taker), "keys", today.minusDays(1), worker))).isEqualTo("retirement.day-past");
        var handover = done(afterwards.handOver(ren, number(taker), "keys", today, worker));
        assertThat(key(afterwards.taken(handover, worker))).isEqualTo("retirement.only-taker");
        assertThat(key(afterwards.taken(UUID.randomUUID(), other))).isEqualTo("retirement.unknown");
        assertThat(browser.post().uri("/app/retirement/handovers/" + handover + "/done").with(As.me(worker)).exchange()).as("whoever hands over does not say it was taken").hasStatus(404);
        assertThat(browser.post().uri("/app/retirement/people/" + ren + "/handovers").with(As.me(other)).exchange()).as("nor does anybody hand over for another").hasStatus(404);
        done(afterwards.taken(handover, other));
        assertThat(key(afterwards.taken(handover, other))).isEqualTo("retirement.done-already");
    }

    @Test
    void retiredPeopleAreInsuredVisitedAndCounted() {
        var old = person(Engagement.RETIREE, today.minusYears(1));
        assertThat(key(afterwards.goOn(old, Benefit.INSURANCE, today, null, "policy", UNION))).isEqualTo("retirement.not-yours");
        assertThat(key(afterwards.goOn(ren, Benefit.INSURANCE, today, null, "policy", asHr(worker)))).isEqualTo("retirement.own");
        assertThat(key(afterwards.goOn(old, null, today, null, "policy", HR))).isEqualTo("retirement.kind-missing");
        assertThat(key(afterwards.goOn(old, Benefit.INSURANCE, null, null, "policy", HR))).isEqualTo("retirement.day-missing");
        assertThat(key(afterwards.goOn(old, Benefit.INSURANCE, today, today.minusDays(1), "policy", HR))).isEqualTo("retirement.days-turned");
        assertThat(key(afterwards.goOn(old, Benefit.INSURANCE, today, null, "", HR))).isEqualTo("retirement.source-wrong");
        done(afterwards.goOn(old, Benefit.INSURANCE, LocalDate.of(today.getYear(), 1, 1), null, "policy 88", HR));
        assertThat(key(afterwards.goOn(old, Benefit.INSURANCE, today, null, "policy 89", HR))).isEqualTo("retirement.benefit-twice");
        done(afterwards.goOn(old, Benefit.BONUS, today, null, "rule", HR));
        assertThat(key(afterwards.visited(old, today, "", worker))).isEqualTo("retirement.not-yours");
        assertThat(key(afterwards.visited(old, null, "", UNION))).isEqualTo("retirement.day-missing");
        assertThat(key(afterwards.visited(old, today.plusDays(1), "", UNION))).isEqualTo("retirement.day-future");
        assertThat(key(afterwards.visited(ren, today, "", UNION))).isEqualTo("retirement.not-retired");
        assertThat(key(afterwards.visited(old, today, "x".repeat(1001), UNION))).isEqualTo("retirement.words-long");
        done(afterwards.visited(old, today, "tea", UNION));
        assertThat(key(afterwards.visited(old, today, "tea", UNION))).isEqualTo("retirement.visited-already");
        done(retirements.file(number(old), YearMonth.of(1959, 3), Category.M, "ID card", HR));
        assertThat(browser.get().uri("/app/retirement/people/" + old).with(As.me(UNION)).exchange()).as("and not their birth").hasStatusOk().bodyText().contains("tea", "policy 88").doesNotContain("1959-03");
        assertThat(browser.get().uri("/app/retirement/people/" + old).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("1959-03");
        for (var key : Set.of("retirees-insured", "retirees-visited")) {
            var value = figures.live(figures.find(key).orElseThrow(), today.getYear());
            assertThat(value.control().difference()).as(key).isEqualByComparingTo("0");
            assertThat(value.rows()).filteredOn(it -> it.subject().equals(old)).singleElement().satisfies(it -> assertThat(it.inputs().inputs().get("met")).isEqualByComparingTo("1"));
        }
    }

    @Test
    void whoeverComesBackDoesSoByAnEngagementOfItsOwnForATerm() {
        var old = person(Engagement.RETIREE, today.minusYears(1));
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, today.plusDays(99), "S-1", UNION))).isEqualTo("retirement.not-yours");
        assertThat(key(afterwards.rehire(ren, site, "Adviser", today, today.plusDays(99), "S-1", asHr(worker)))).isEqualTo("retirement.own");
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, today.plusDays(99), "S-1", HR))).isEqualTo("retirement.no-file");
        done(retirements.file(number(old), YearMonth.from(today).minusYears(40), Category.M, "ID card", HR));
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, today.plusDays(99), "S-1", HR))).isEqualTo("retirement.too-young");
        done(retirements.file(number(old), YearMonth.from(today).minusYears(66), Category.M, "a better paper", HR));
        assertThat(key(afterwards.rehire(old, null, "Adviser", today, today.plusDays(99), "S-1", HR))).isEqualTo("retirement.unit-missing");
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, null, "S-1", HR))).isEqualTo("retirement.day-missing");
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, today.minusDays(1), "S-1", HR))).isEqualTo("retirement.days-turned");
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, today.plusDays(366), "S-1", HR))).isEqualTo("retirement.term-long");
        assertThat(key(afterwards.rehire(old, site, "Adviser", today, today.plusDays(99), "", HR))).isEqualTo("retirement.contract-wrong");
        done(afterwards.rehire(old, site, "Adviser", today, today.plusDays(99), "S-1", HR));
        assertThat(db.sql("SELECT kind FROM directory.engaged(:today, 'infinity') WHERE person = :old ORDER BY kind").param("today", today).param("old", old).query(String.class).list()).contains("REHIRED");
        assertThat(afterwards.backs(old)).hasSize(1);
        done(retirements.file(number(ren), YearMonth.from(today).minusYears(66), Category.M, "ID card", HR));
        assertThat(key(afterwards.rehire(ren, site, "Adviser", today, today.plusDays(99), "S-2", HR))).isEqualTo("retirement.employed");
    }

    @Test
    void whenSomebodyIsForgottenBirthAndWordsGo() {
        done(retirements.file(number(ren), born().plusMonths(6), Category.M, "ID card", HR));
        done(retirements.choose(retirements.schedules().get(Category.M).latest(born().plusMonths(6)), "my garden", worker));
        transaction.executeWithoutResult(_ -> context.publishEvent(new Directory.Forgotten(ren)));
        assertThat(retirements.of(ren)).isEmpty();
        assertThat(retirements.choices(ren)).extracting(Retirements.Choice::words).containsExactly("");
    }
}

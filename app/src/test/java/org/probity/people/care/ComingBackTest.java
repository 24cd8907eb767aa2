package org.probity.people.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Deputies;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screens;
import org.probity.people.care.Kind.Paper;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leaves.Request;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.SmallCells;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Leave that ends early, days that the company grants, days and hours by a roster, months of the book that are closed, and leave for family by sex. In June of next year, which has no holidays yet. */
@WholeHouse
class ComingBackTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me LEGAL = new Me(UUID.randomUUID(), "Shen Yi", Set.of(Role.LEGAL), Optional.empty());

    @Autowired Grants grants;
    @Autowired Leaves leaves;
    @Autowired ComingBack comingBack;
    @Autowired Periods periods;
    @Autowired Families families;
    @Autowired LeaveBook book;
    @Autowired Books books;
    @Autowired Rules rules;
    @Autowired Figures figures;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Deputies deputies;
    @Autowired Directory directory;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    LocalDate today;
    int year;
    LocalDate monday;
    UUID site;
    UUID ren;
    Me worker;
    Me manager;

    @BeforeEach
    void aSiteWithAHead() {
        today = LocalDate.now(clock);
        year = today.getYear() + 1;
        monday = LocalDate.of(year, 6, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var begun = LocalDate.of(year - 5, 1, 1);
        var code = "B" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), begun, "", HR.account()));
        site = done(organisation.found(code, Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), begun, "", HR.account()));
        ren = engaged();
        worker = account(ren);
        var lead = engaged();
        manager = account(lead);
        done(heads.appoint(site, lead, Place.Rank.HEAD, LocalDate.of(year - 4, 1, 1), "", HR.account()));
    }

    UUID engaged() {
        var number = "B" + UUID.randomUUID().toString().substring(0, 10);
        return done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, site, "", LocalDate.of(year - 4, 1, 1), null), "", HR.account()));
    }

    Me account(UUID person) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    /** A document that somebody checked: the house knows a sex from nothing else, and nobody has a shift without. */
    UUID checked(UUID person, String sex) {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                VALUES (:id, :person, 'ID_CARD', sha256(CAST(CAST(:id AS text) AS bytea)), '1990-05-01', :sex, '2020-01-01', :by, now(), gen_random_uuid())
                """).param("id", id).param("person", person).param("sex", sex).param("by", HR.account()).update();
        return id;
    }

    Request of(Kind kind, LocalDate from, LocalDate until) {
        return new Request(kind, from, until, Part.WHOLE, "");
    }

    UUID agreed(Kind kind, LocalDate from, LocalDate until) {
        var id = done(leaves.ask(of(kind, from, until), worker));
        done(leaves.answer(id, true, "", kind.needsPaper() ? Paper.DUE_DATE : null, kind.byManager() ? manager : HR));
        return id;
    }

    long on(String kind) {
        return books.balances(LeaveBook.BOOK, LeaveBook.HOUR, ren).getOrDefault(kind, 0L);
    }

    /** The same face on another day; what is written is written now, as the book writes it. */
    Answer<UUID> on(LocalDate day, UUID leave, LocalDate back, Me by) {
        var then = Clock.fixed(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), clock.getZone());
        var thenLeaves = new Leaves(db, books, book, directory, new Leading(db, directory, deputies, then), rules, log, house, then);
        return within(() -> new ComingBack(db, thenLeaves, book, books, log, house, clock).comeBack(leave, back, by));
    }

    long letters(Me to, String about) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to AND subject LIKE :about").param("to", to.account() + "@helia.example").param("about", "%" + about + "%").query(Long.class).single();
    }

    <T> T within(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }

    @Test
    void theDaysThatAreLeftAreGivenBackAndFreeAgain() {
        within(() -> books.post(LeaveBook.BOOK, List.of(Entry.of(new Source("care.granted", UUID.randomUUID()), today,
                new Move(book.issues(), Objects.requireNonNull(book.accounts(LeaveBook.carried(year), List.of(ren)).get(ren)), 3_200))), HR));
        done(grants.grant(year, site, done(grants.preview(year, site, HR)).seen(), HR));
        var id = agreed(Kind.ANNUAL, monday, monday.plusDays(4));
        assertThat(on(LeaveBook.carried(year))).as("what came from before is used first").isZero();
        assertThat(on(LeaveBook.annual(year))).isEqualTo(3_200);

        assertThat(key(comingBack.comeBack(UUID.randomUUID(), monday.plusDays(3), worker))).isEqualTo("care.unknown");
        assertThat(key(comingBack.comeBack(id, monday.plusDays(3), account(engaged())))).isEqualTo("care.not-yours");
        assertThat(key(comingBack.comeBack(id, monday.plusDays(3), worker))).isEqualTo("care.back-not-begun");
        var wednesday = monday.plusDays(2);
        assertThat(key(on(wednesday, id, null, worker))).isEqualTo("care.day-missing");
        assertThat(key(on(wednesday, id, monday, worker))).as("then it would not have been").isEqualTo("care.back-outside");
        assertThat(key(on(wednesday, id, monday.plusDays(5), worker))).isEqualTo("care.back-outside");
        assertThat(key(on(wednesday, id, monday.plusDays(1), worker))).as("who was here yesterday is not theirs alone to say").isEqualTo("care.back-past");
        done(on(wednesday, id, monday.plusDays(3), worker));
        assertThat(letters(manager, "somebody of your team works again from " + monday.plusDays(3))).as("whoever leads them hears of it, without what the leave was for").isOne();
        assertThat(letters(worker, "leave ends early")).as("they said it themselves").isZero();
        assertThat(key(on(wednesday, id, wednesday, manager))).isEqualTo("care.back-already");
        assertThat(on("taken-annual")).isEqualTo(2_400);
        assertThat(List.of(on(LeaveBook.annual(year)), on(LeaveBook.carried(year)))).as("eight came from this year, and go back first").containsExactly(4_000L, 800L);
        assertThat(leaves.find(id).orElseThrow()).satisfies(it -> {
            assertThat(List.of(it.untilDay(), Objects.requireNonNull(it.askedUntil()))).containsExactly(wednesday, monday.plusDays(4));
            assertThat(it.amount()).isEqualTo(2_400);
        });
        assertThat(db.sql("SELECT until_day FROM care.agreed_leave(:from, :until, 'infinity') WHERE person = :person").param("from", monday).param("until", monday.plusDays(4)).param("person", ren)
                .query(LocalDate.class).list()).containsExactly(wednesday);

        var again = agreed(Kind.ANNUAL, monday.plusDays(3), monday.plusDays(4));
        done(on(monday.plusDays(9), again, monday.plusDays(4), manager));
        assertThat(on("taken-annual")).as("whoever answers says it afterwards").isEqualTo(3_200);
        assertThat(List.of(letters(manager, "works again"), letters(worker, "leave ends early"))).as("who hears of it is the other").containsExactly(1L, 1L);
        var asked = done(leaves.ask(of(Kind.ANNUAL, monday.plusDays(7), monday.plusDays(8)), worker));
        assertThat(key(on(monday.plusDays(7), asked, monday.plusDays(8), worker))).isEqualTo("care.not-agreed");
        var used = figures.live(figures.find("leave-used").orElseThrow(), year);
        assertThat(used.control().difference()).isZero();
        assertThat(used.rows()).filteredOn(it -> it.subject().equals(ren)).singleElement().satisfies(it -> assertThat(it.inputs().inputs().get("used")).isEqualByComparingTo("32"));
        assertThat(books.sum(LeaveBook.BOOK, LeaveBook.HOUR).total()).isZero();
        var account = books.find(LeaveBook.BOOK, LeaveBook.HOUR, "taken-annual", ren).orElseThrow().id();
        assertThat(browser.get().uri("/app/care/accounts/" + account + "?year=" + year).with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("Back early, rest given back");
        assertThat(browser.get().uri("/app/care/leaves/" + id).with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("Asked for until");
        assertThat(browser.post().uri("/app/care/leaves/" + asked + "/return").param("back", monday.plusDays(8).toString()).with(As.me(worker)).exchange()).hasStatus(422);
    }

    @Test
    void nobodyComesBackFromABirthBeforeTheLawLetsThem() {
        var id = agreed(Kind.MATERNITY, monday, monday.plusDays(118));
        assertThat(key(on(monday.plusDays(90), id, monday.plusDays(97), worker))).isEqualTo("care.too-short");
        assertThat(key(on(monday.plusDays(90), id, monday.plusDays(118), worker))).as("its last day is a Sunday").isEqualTo("care.back-nothing");
        var before = on("taken-maternity");
        done(on(monday.plusDays(90), id, monday.plusDays(98), worker));
        assertThat(before - on("taken-maternity")).as("three weeks of forty hours are left").isEqualTo(12_000);
        var value = figures.live(figures.find("family-leave").orElseThrow(), year);
        assertThat(value.control().difference()).as("hours of rows and of the book").isZero();
        assertThat(value.rows()).filteredOn(it -> it.subject().equals(ren)).singleElement().satisfies(it -> assertThat(it.inputs().inputs().get("hours")).isEqualByComparingTo("560"));
    }

    @Test
    void theCompanyGrantsDaysByARuleOfItsOwn() {
        var none = LocalDate.of(today.getYear(), 1, 1).minusYears(2);
        assertThat(rules.on(CareRule.COMPANY_DAYS, none)).isZero();
        var rule = browser.post().uri("/app/care/closings/rule").param("key", "company-days").param("value", "3").param("fromDay", monday.toString()).param("source", "Staff handbook, 5.2");
        assertThat(rule.with(As.me(LEGAL)).exchange()).as("counsel keeps the other number").hasStatus(422);
        assertThat(key(leaves.ask(of(Kind.COMPANY, monday.minusDays(7), monday.minusDays(7)), worker))).as("none yet").isEqualTo("care.company-none");
        assertThat(browser.post().uri("/app/care/closings/rule").param("key", "company-days").param("value", "3").param("fromDay", monday.toString()).param("source", "Staff handbook, 5.2").with(As.me(HR)).exchange())
                .hasStatus(303);
        agreed(Kind.COMPANY, monday, monday.plusDays(1));
        var refused = leaves.ask(of(Kind.COMPANY, monday.plusDays(2), monday.plusDays(3)), worker);
        assertThat(key(refused)).isEqualTo("care.company-most");
        assertThat(((Answer.Refused<UUID>) refused).reasons().getFirst().args()).containsExactly(3, new BigDecimal("8.00"));
        agreed(Kind.COMPANY, monday.plusDays(2), monday.plusDays(2));
        assertThat(on("taken-company")).isEqualTo(2_400);
        assertThat(key(leaves.ask(of(Kind.COMPANY, LocalDate.of(year, 12, 31), LocalDate.of(year + 1, 1, 1)), worker))).isEqualTo("care.two-years");
    }

    @Test
    void whoeverStandsOnARosterHasTheDaysAndHoursOfTheirShifts() {
        var identity = checked(ren, "M");
        var roster = UUID.randomUUID();
        db.sql("INSERT INTO labour.roster (id, unit, first, last, shifts, planned_by, planned_at, record) VALUES (:id, :unit, :first, :last, 3, :by, now(), gen_random_uuid())").param("id", roster).param("unit", site)
                .param("first", monday).param("last", monday.plusDays(6)).param("by", HR.account()).update();
        for (var shift : List.of(2, 5, 6)) {
            db.sql("""
                    INSERT INTO labour.shift (id, roster, identity, person, born, day, begins, seconds, ends)
                    VALUES (gen_random_uuid(), :roster, :identity, :person, '1990-05-01', :day, CAST(:day AS date) + time '20:00', :seconds, CAST(:day AS date) + time '20:00' + interval '12 hours')
                    """).param("roster", roster).param("identity", identity).param("person", ren).param("day", monday.plusDays(shift)).param("seconds", shift == 2 ? 27_000 : 39_600).update();
        }
        var id = done(leaves.ask(of(Kind.MARRIAGE, monday, monday.plusDays(6)), worker));
        assertThat(leaves.find(id).orElseThrow().amount()).as("7.5 and twice 11 hours; the days off cost nothing, the weekend does").isEqualTo(2_950);
        done(leaves.withdraw(id, worker));
        assertThat(key(leaves.ask(of(Kind.PERSONAL, monday, monday.plusDays(1)), worker))).as("days off").isEqualTo("care.no-work");
        var beyond = done(leaves.ask(of(Kind.PERSONAL, monday.plusDays(6), monday.plusDays(8)), worker));
        assertThat(leaves.find(beyond).orElseThrow().amount()).as("a shift, and two days by the calendar").isEqualTo(1_100 + 1_600);
        var half = done(leaves.ask(new Request(Kind.PERSONAL, monday.plusDays(5), monday.plusDays(5), Part.MORNING, ""), worker));
        assertThat(leaves.find(half).orElseThrow().amount()).isEqualTo(550);
    }

    @Test
    void nothingIsEnteredIntoAMonthThatWasClosedAndWhatWasWrongIsTakenBackToday() {
        var month = YearMonth.from(today).minusMonths(1);
        var wrong = new Source("care.granted", UUID.randomUUID());
        var account = Objects.requireNonNull(book.accounts(LeaveBook.annual(month.getYear()), List.of(ren)).get(ren));
        done(within(() -> books.post(LeaveBook.BOOK, List.of(Entry.of(wrong, month.atEndOfMonth(), new Move(book.issues(), account, 800))), HR)));
        assertThat(key(periods.close(month, worker))).isEqualTo("care.not-yours");
        assertThat(key(periods.close(null, HR))).isEqualTo("care.month-wrong");
        assertThat(key(periods.close(YearMonth.from(today), HR))).isEqualTo("book.not-over");
        assertThat(browser.post().uri("/app/care/closings/periods").param("month", YearMonth.from(today).toString()).with(As.me(HR)).exchange()).hasStatus(422);
        assertThat(done(periods.close(month, HR))).isEqualTo(month.atEndOfMonth());
        assertThat(key(periods.close(month, HR))).isEqualTo("book.closed");
        assertThat(key(within(() -> books.post(LeaveBook.BOOK, List.of(Entry.of(new Source("care.granted", UUID.randomUUID()), month.atDay(1), new Move(book.issues(), account, 800))), HR)))).isEqualTo("book.closed");
        done(within(() -> books.reverse(LeaveBook.BOOK, wrong, new Source("care.undone", wrong.id()), today, HR)));
        assertThat(books.statement(account, month.atDay(1), month.atEndOfMonth(), 9, 0).closing()).as("the month stands as it was closed").isEqualTo(800);
        assertThat(books.statement(account, today, today, 9, 0).closing()).isZero();
        assertThat(browser.get().uri("/app/care/closings").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("It is closed until");
    }

    private FamilyPage.Group women(int of) {
        return families.of(of).groups().stream().filter(it -> it.sex().equals("F")).findFirst().orElse(new FamilyPage.Group("F", 0, 0, 0, 0, 0, 0));
    }

    private static String told(FamilyPage page) {
        var said = new StringOutput();
        page.table(Screens.of(Lang.EN)).lines().forEach(line -> line.cells().forEach(it -> it.content().writeTo(said)));
        return said.toString();
    }

    @Test
    void thatNobodyOfVeryManyTookItIsToldAndClosesNothing() {
        for (var at = 0; at < 5; at++) {
            checked(engaged(), "M");
        }
        var page = families.of(today.getYear() - 1);
        var hidden = page.groups().stream().filter(it -> it.sex().equals("M")).filter(it -> it.took() == 0 && !page.took().shows("M")).toList();
        assertThat(page.groups()).anyMatch(it -> it.sex().equals("M"));
        assertThat(hidden).as("that none took it says the same of each of five and more").isEmpty();
    }

    @Test
    void familyLeaveIsToldBySexAndNothingOfAFew() {
        var last = today.getYear() - 1;
        var before = women(last);
        checked(ren, "F");
        var id = agreed(Kind.MATERNITY, monday, monday.plusDays(97));
        db.sql("UPDATE care.leave SET from_day = from_day - 730, until_day = until_day - 730 WHERE id = :id").param("id", id).update();
        var after = women(last);
        assertThat(List.of(after.entitled() - before.entitled(), after.took() - before.took(), after.due() - before.due(), after.returned() - before.returned(), after.before() - before.before()))
                .containsExactly(1L, 1L, 1L, 1L, 0L);
        db.sql("UPDATE care.leave SET from_day = from_day - 365, until_day = until_day - 365 WHERE id = :id").param("id", id).update();
        var older = women(last);
        assertThat(List.of(older.took() - before.took(), older.before() - before.before(), older.stayed() - before.stayed())).containsExactly(0L, 1L, 1L);
        assertThat(browser.get().uri("/app/care/family").with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/care/family").with(As.me(worker)).exchange()).hasStatus(403);

        var open = new SmallCells.Release(Set.of(), 5);
        var men = new FamilyPage.Group("M", 5_900, 122, 120, 104, 97, 90);
        assertThat(new FamilyPage(last, true, List.of(new FamilyPage.Group("F", 3_120, 84, 80, 75, 71, 60), men), open, open, open, open).closes()).isFalse();
        assertThat(new FamilyPage(last, true, List.of(new FamilyPage.Group("F", 3_120, 84, 80, 80, 71, 60), men), open, open, open, open).closes()).as("all came back: that is not a few").isFalse();
        assertThat(new FamilyPage(last, true, List.of(new FamilyPage.Group("F", 3_120, 84, 80, 77, 71, 60), men), open, open, open, open).closes()).as("three did not come back").isTrue();
        var nobody = new FamilyPage.Group("", 0, 0, 0, 0, 0, 0);
        assertThat(new FamilyPage(last, true, List.of(new FamilyPage.Group("F", 3_120, 84, 80, 75, 71, 60), men, nobody), open, open, open, open).closes()).as("of nobody nothing follows").isFalse();
        var few = new SmallCells.Release(Set.of("", "F"), 5);
        var unknown = new FamilyPage.Group("", 40, 3, 3, 3, 0, 0);
        assertThat(told(new FamilyPage(last, true, List.of(new FamilyPage.Group("F", 3_120, 84, 80, 72, 71, 60), men, unknown), open, few, few, open))).as("the men; of the others eight did not come back")
                .contains("104 · ").doesNotContain("72 · ");
        assertThat(told(new FamilyPage(last, true, List.of(new FamilyPage.Group("F", 3_120, 84, 80, 79, 71, 60), men, unknown), open, few, few, open))).as("one of the others would follow from the total")
                .doesNotContain("104 · ");
    }
}

package org.probity.people.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.people.care.Grants.Preview;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leave.State;
import org.probity.people.care.Leaves.Request;
import org.probity.shapes.book.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A year's leave is looked at and granted; a worker asks, the line manager answers, and each hour leads to what it came from. Next year has no holidays yet, so that weekdays are days of work. */
@WholeHouse
class AskingForLeaveTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Grants grants;
    @Autowired Leaves leaves;
    @Autowired Leading leading;
    @Autowired LeaveBook book;
    @Autowired Books books;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Deputies deputies;
    @Autowired Directory directory;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    LocalDate today;
    int year;
    UUID company;
    UUID site;
    UUID unit;
    UUID ren;
    Me worker;
    UUID lead;
    Me manager;

    @BeforeEach
    void aUnitWithAHead() {
        today = LocalDate.now(clock);
        year = today.getYear() + 1;
        var code = "V" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        unit = done(organisation.found(code, Place.Kind.UNIT, site, new Organisation.Details("Cells", "电池", "", "", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        ren = engaged(Engagement.EMPLOYEE, unit, LocalDate.of(year - 4, 1, 1), null);
        worker = account(ren, Role.EMPLOYEE);
        lead = engaged(Engagement.EMPLOYEE, unit, LocalDate.of(year - 12, 1, 1), null);
        manager = account(lead, Role.EMPLOYEE);
        done(heads.appoint(unit, lead, Place.Rank.HEAD, LocalDate.of(year - 12, 1, 1), "", HR.account()));
    }

    UUID engaged(Engagement kind, UUID where, LocalDate from, LocalDate until) {
        var number = "V" + UUID.randomUUID().toString().substring(0, 10);
        return done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(kind, where, "", from, until), "", HR.account()));
    }

    Me account(UUID person, Role role) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    UUID grant() {
        return done(grants.grant(year, unit, done(grants.preview(year, unit, HR)).seen(), HR));
    }

    /** The first Monday of June, next year. */
    LocalDate june() {
        return LocalDate.of(year, 6, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    static Request days(LocalDate from, LocalDate until) {
        return new Request(Kind.ANNUAL, from, until, Part.WHOLE, "");
    }

    long on(UUID person, String kind) {
        return books.balances(LeaveBook.BOOK, LeaveBook.HOUR, person).getOrDefault(kind, 0L);
    }

    String annual() {
        return LeaveBook.annual(year);
    }

    @Test
    void aYearIsLookedAtAndThenGrantedToWhoeverIsOwedIt() {
        var paid = engaged(Engagement.DISPATCH, unit, LocalDate.of(year - 4, 1, 1), null);
        var abroad = done(organisation.found("W" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT), Place.Kind.SITE, company, new Organisation.Details("Oslo", "奥斯陆", "NO", "", "", ""),
                LocalDate.of(2000, 1, 1), "", HR.account()));
        var far = engaged(Engagement.EMPLOYEE, abroad, LocalDate.of(year - 4, 1, 1), null);
        var fresh = engaged(Engagement.EMPLOYEE, unit, LocalDate.of(year - 1, 12, 31), null);
        assertThat(key(grants.preview(year, unit, worker))).isEqualTo("care.not-yours");
        assertThat(key(grants.preview(year + 1, unit, HR))).isEqualTo("care.year-wrong");
        assertThat(key(grants.preview(year - 3, unit, HR))).isEqualTo("care.year-wrong");
        Preview seen = done(grants.preview(year, company, HR));
        assertThat(seen.lines()).extracting(Grants.Line::person).containsExactlyInAnyOrder(ren, lead);
        assertThat(seen.lines()).filteredOn(it -> it.person().equals(ren)).singleElement().satisfies(it -> {
            assertThat(it.earned().days()).isEqualTo(5);
            assertThat(it.amount()).as("forty hours").isEqualTo(4_000);
        });
        assertThat(seen.lines()).filteredOn(it -> it.person().equals(lead)).singleElement().extracting(it -> it.earned().days()).isEqualTo(10);
        assertThat(seen.outs()).filteredOn(it -> it.person().equals(paid)).singleElement().extracting(Grants.Out::reason).isEqualTo("care.out.kind.DISPATCH");
        assertThat(seen.outs()).filteredOn(it -> it.person().equals(far)).singleElement().extracting(Grants.Out::reason).isEqualTo("care.out.no-rule");
        assertThat(seen.outs()).filteredOn(it -> it.person().equals(fresh)).singleElement().extracting(Grants.Out::reason).isEqualTo("care.out.short");
        assertThat(key(grants.grant(year, company, seen.seen(), worker))).isEqualTo("care.not-yours");
        assertThat(key(grants.grant(year, company, "something else", HR))).isEqualTo("care.seen-changed");
        done(grants.grant(year, company, seen.seen(), HR));
        assertThat(on(ren, annual())).isEqualTo(4_000);
        assertThat(on(lead, annual())).isEqualTo(8_000);
        assertThat(key(grants.grant(year, company, seen.seen(), HR))).as("nobody twice").isEqualTo("care.nobody-owed");
        assertThat(done(grants.preview(year, company, HR)).outs()).filteredOn(it -> it.person().equals(ren)).singleElement().extracting(Grants.Out::reason).isEqualTo("care.out.had");
        assertThat(grants.all().getFirst()).satisfies(it -> {
            assertThat(it.people()).isEqualTo(2);
            assertThat(it.amount()).isEqualTo(12_000);
            assertThat(it.unitEn()).isEqualTo("Company");
        });
        assertThat(books.sum(LeaveBook.BOOK, LeaveBook.HOUR).total()).as("all accounts together hold nothing").isZero();
    }

    @Test
    void aPaperAboutWorkElsewhereAddsWhatIsOwed() {
        grant();
        var number = directory.person(ren).orElseThrow().number();
        assertThat(key(grants.serves(number, LocalDate.of(year - 25, 1, 1), "Record of social insurance", worker))).isEqualTo("care.not-yours");
        assertThat(key(grants.serves("nobody", LocalDate.of(year - 25, 1, 1), "x", HR))).isEqualTo("care.no-such-person");
        assertThat(key(grants.serves(number, today.plusDays(1), "x", HR))).isEqualTo("care.since-wrong");
        assertThat(key(grants.serves(number, LocalDate.of(year - 25, 1, 1), " ", HR))).isEqualTo("care.source-wrong");
        var keeper = account(engaged(Engagement.EMPLOYEE, unit, LocalDate.of(year - 2, 1, 1), null), Role.HR);
        assertThat(key(grants.serves(directory.person(directory.personOf(keeper).orElseThrow()).orElseThrow().number(), LocalDate.of(year - 25, 1, 1), "x", keeper))).isEqualTo("care.own");
        done(grants.serves(number, LocalDate.of(year - 25, 1, 1), "Record of social insurance", HR));
        var line = done(grants.preview(year, unit, HR)).lines().stream().filter(it -> it.person().equals(ren)).findFirst().orElseThrow();
        assertThat(line.earned().days()).isEqualTo(15);
        assertThat(line.had()).isEqualTo(4_000);
        assertThat(line.amount()).as("the rest of it").isEqualTo(8_000);
        grant();
        assertThat(on(ren, annual())).isEqualTo(12_000);
        assertThat(grants.of(ren)).hasSize(2);
        assertThat(grants.pieces(grants.of(ren).getFirst().id())).singleElement().satisfies(it -> {
            assertThat(it.service()).isEqualTo(20);
            assertThat(it.rule()).as("the number of law that it follows from").isNotNull();
        });
    }

    @Test
    void hoursAreAsideUntilSomebodyAnswers() {
        grant();
        var id = done(leaves.ask(new Request(Kind.ANNUAL, june(), june().plusDays(2), Part.WHOLE, "A wedding"), worker));
        assertThat(on(ren, annual())).isEqualTo(1_600);
        assertThat(on(ren, "asked")).isEqualTo(2_400);
        assertThat(leading.waiting(lead)).extracting(Leave::id).containsExactly(id);
        assertThat(key(leaves.answer(id, true, "", null, worker))).isEqualTo("care.own");
        var other = account(engaged(Engagement.EMPLOYEE, unit, LocalDate.of(year - 2, 1, 1), null), Role.EMPLOYEE);
        assertThat(key(leaves.answer(id, true, "", null, other))).as("a colleague").isEqualTo("care.not-yours");
        assertThat(key(leaves.answer(UUID.randomUUID(), true, "", null, manager))).isEqualTo("care.unknown");
        assertThat(key(leaves.answer(id, false, " ", null, manager))).isEqualTo("care.reason-missing");
        assertThat(key(leaves.answer(id, false, "x".repeat(1_001), null, manager))).isEqualTo("care.words-long");
        done(leaves.answer(id, false, "The line is being rebuilt that week", null, manager));
        assertThat(on(ren, annual())).as("given back").isEqualTo(4_000);
        assertThat(on(ren, "asked")).isZero();
        assertThat(key(leaves.answer(id, true, "", null, manager))).isEqualTo("care.not-asked");
        assertThat(key(leaves.withdraw(id, worker))).isEqualTo("care.gone");
        var again = done(leaves.ask(days(june(), june().plusDays(2)), worker));
        done(leaves.answer(again, true, "", null, manager));
        assertThat(on(ren, "taken-annual")).isEqualTo(2_400);
        assertThat(key(leaves.withdraw(again, manager))).isEqualTo("care.only-own");
        done(leaves.withdraw(again, worker));
        assertThat(on(ren, annual())).isEqualTo(4_000);
        assertThat(on(ren, "taken-annual")).isZero();
        assertThat(leaves.find(again).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        var statement = books.statement(books.find(LeaveBook.BOOK, LeaveBook.HOUR, annual(), ren).orElseThrow().id(), LocalDate.of(today.getYear(), 1, 1), LocalDate.of(today.getYear(), 12, 31), 50, 0);
        assertThat(statement.lines()).extracting(it -> it.sourceKind() + " " + it.amount())
                .containsExactly("care.granted 4000", "care.asked -2400", "care.refused 2400", "care.asked -2400", "care.withdrawn 2400");
        assertThat(db.sql("SELECT count(*) FROM log.recorded WHERE class = 'care.answered'").query(Long.class).single()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoStandsInAnswersAndSoDoHumanResources() {
        grant();
        var id = done(leaves.ask(days(june(), june()), worker));
        var second = engaged(Engagement.EMPLOYEE, site, LocalDate.of(year - 2, 1, 1), null);
        var deputy = account(second, Role.EMPLOYEE);
        assertThat(key(leaves.answer(id, true, "", null, deputy))).isEqualTo("care.not-yours");
        done(deputies.name(lead, second, today, today.plusDays(5), manager));
        assertThat(leading.waiting(second)).extracting(Leave::id).contains(id);
        done(leaves.answer(id, true, "", null, deputy));
        var own = done(leaves.ask(days(june(), june()), manager));
        assertThat(key(leaves.answer(own, true, "", null, manager))).isEqualTo("care.own");
        assertThat(leading.forResources()).as("nobody leads the head").extracting(Leave::id).contains(own);
        done(leaves.answer(own, true, "", null, HR));
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        assertThat(key(leaves.ask(days(june(), june()), HR))).isEqualTo("care.no-person");
        assertThat(key(leaves.ask(days(june(), june()), worker))).as("nothing was granted").isEqualTo("care.too-little");
        grant();
        assertThat(key(leaves.ask(days(june(), june().minusDays(1)), worker))).isEqualTo("care.days-turned");
        assertThat(key(leaves.ask(days(today.minusDays(1), today), worker))).isEqualTo("care.days-past");
        assertThat(key(leaves.ask(days(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 1, 1)), worker))).isEqualTo("care.two-years");
        assertThat(key(leaves.ask(new Request(Kind.ANNUAL, june(), june().plusDays(1), Part.MORNING, ""), worker))).isEqualTo("care.half-of-one");
        assertThat(key(leaves.ask(new Request(Kind.ANNUAL, june(), june(), Part.WHOLE, "x".repeat(1_001)), worker))).isEqualTo("care.words-long");
        assertThat(key(leaves.ask(days(june().plusDays(5), june().plusDays(6)), worker))).as("a weekend").isEqualTo("care.no-work");
        assertThat(key(leaves.ask(days(june(), june().plusDays(7)), worker))).as("six days of five").isEqualTo("care.too-little");
        var gone = account(engaged(Engagement.EMPLOYEE, unit, LocalDate.of(year - 4, 1, 1), today.plusDays(9)), Role.EMPLOYEE);
        assertThat(key(leaves.ask(days(june(), june()), gone))).isEqualTo("care.not-engaged");
        var nowhere = account(engaged(Engagement.EMPLOYEE, company, LocalDate.of(year - 4, 1, 1), null), Role.EMPLOYEE);
        assertThat(key(leaves.ask(days(june(), june()), nowhere))).isEqualTo("care.no-day");
        done(leaves.ask(new Request(Kind.ANNUAL, june(), june(), Part.MORNING, ""), worker));
        assertThat(on(ren, "asked")).as("half a day").isEqualTo(400);
        assertThat(key(leaves.ask(days(june(), june()), worker))).isEqualTo("care.away-already");
        done(leaves.ask(new Request(Kind.ANNUAL, june(), june(), Part.AFTERNOON, ""), worker));
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO care.leave (id, number, person, kind, from_day, until_day, part, amount, words, asked_by, asked_at)
                VALUES (gen_random_uuid(), 'X' || substr(gen_random_uuid()::text, 1, 8), :person, 'ANNUAL', :day, :day, 'AFTERNOON', 400, '', gen_random_uuid(), now())
                """).param("person", ren).param("day", june()).update()).hasMessageContaining("nobody_away_twice");
    }

    @Test
    void whatHasBegunIsNotTakenBack() {
        grant();
        var id = done(leaves.ask(days(june(), june()), worker));
        done(leaves.answer(id, true, "", null, manager));
        db.sql("UPDATE care.leave SET from_day = :today, until_day = :today WHERE id = :id").param("today", today).param("id", id).update();
        assertThat(key(leaves.withdraw(id, worker))).isEqualTo("care.begun");
    }

    @Test
    void ofTwoWhoAskForTheLastHoursOneIsRefused() throws Exception {
        grant();
        done(leaves.ask(days(june(), june().plusDays(3)), worker));
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.<Callable<String>>of(
                    () -> leaves.ask(days(june().plusDays(14), june().plusDays(14)), worker) instanceof Answer.Done ? "done" : "refused",
                    () -> leaves.ask(days(june().plusDays(15), june().plusDays(15)), worker) instanceof Answer.Done ? "done" : "refused"));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder("done", "refused");
        }
        assertThat(on(ren, annual())).isZero();
    }

    @Test
    void pagesSayItToWhoeverMayReadIt() {
        grant();
        assertThat(browser.get().uri("/app/care").with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("40.00");
        var sent = browser.post().uri("/app/care/leaves").param("from", june().toString()).param("until", "").param("part", "WHOLE").param("words", "<script>").with(As.me(worker)).exchange();
        assertThat(sent).hasStatus(303);
        var page = sent.getResponse().getHeader("Location");
        assertThat(browser.get().uri(page).with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("&lt;script&gt;");
        assertThat(browser.get().uri(page).with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/care/team").with(As.me(manager)).exchange()).hasStatusOk().bodyText().contains(page);
        assertThat(browser.post().uri(page + "/refusal").param("reason", "").with(As.me(manager)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(page + "/agreement").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
        assertThat(browser.post().uri(page + "/agreement").with(As.me(manager)).exchange()).hasStatus(303);
        assertThat(browser.post().uri(page + "/withdrawal").with(As.me(worker)).exchange()).hasStatus(303);
        var account = "/app/care/accounts/" + books.find(LeaveBook.BOOK, LeaveBook.HOUR, annual(), ren).orElseThrow().id();
        assertThat(browser.get().uri(account).with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains(page);
        assertThat(browser.get().uri(account).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri(account).with(As.me(manager)).exchange()).as("not even whoever leads").hasStatus(404);
        assertThat(browser.get().uri("/app/care/accounts/" + book.issues()).with(As.me(HR)).exchange()).hasStatus(404);
        var why = "/app/care/granted/" + grants.of(ren).getFirst().id();
        assertThat(browser.get().uri(why).with(As.me(worker)).exchange()).hasStatusOk();
        assertThat(browser.get().uri(why).with(As.me(manager)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/care/grants/preview?year=" + year + "&unit=" + unit).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/care/grants").param("year", "" + year).param("unit", unit.toString()).param("seen", "x").with(As.stale(HR)).exchange()).as("asks who it is").hasStatus(302);
        assertThat(browser.post().uri("/app/care/grants").param("year", "" + year).param("unit", unit.toString()).param("seen", "x").with(As.me(HR)).exchange()).hasStatus(422);
    }

    /** What a clerk with a pencil would hold of the same requests: hours left, hours aside, hours used, and days on which somebody is away. */
    @Test
    void twoHundredRandomActsAgreeWithAPlainRecount() {
        done(grants.serves(directory.person(ren).orElseThrow().number(), LocalDate.of(year - 25, 1, 1), "Labour book", HR));
        grant();
        var random = new SplittableRandom(68);
        record Held(UUID id, LocalDate from, LocalDate until, Part part, long amount, String state) {}
        var held = new ArrayList<Held>();
        long left = 12_000;
        for (int turn = 0; turn < 200; turn++) {
            if (held.isEmpty() || random.nextInt(3) == 0) {
                var from = LocalDate.of(year, 5, 1).plusDays(random.nextInt(60));
                var part = Part.values()[random.nextInt(3)];
                var until = part == Part.WHOLE ? from.plusDays(random.nextInt(6)) : from;
                long work = from.datesUntil(until.plusDays(1)).filter(it -> it.getDayOfWeek().getValue() <= 5).count() * (part == Part.WHOLE ? 800 : 400);
                var clash = held.stream().anyMatch(it -> !it.state().equals("OVER") && !it.from().isAfter(until) && !it.until().isBefore(from)
                        && !(it.part() != Part.WHOLE && part != Part.WHOLE && it.part() != part));
                var expected = work == 0 ? "care.no-work" : clash ? "care.away-already" : work > left ? "care.too-little" : "";
                var answer = leaves.ask(new Request(Kind.ANNUAL, from, until, part, ""), worker);
                if (expected.isEmpty()) {
                    held.add(new Held(done(answer), from, until, part, work, "ASKED"));
                    left -= work;
                } else {
                    assertThat(key(answer)).as("%s to %s %s", from, until, part).isEqualTo(expected);
                }
            } else {
                var at = random.nextInt(held.size());
                var it = held.get(at);
                var act = random.nextInt(3);
                var next = switch (it.state()) {
                    case "ASKED" -> act == 0 ? "AGREED" : "OVER";
                    case "AGREED" -> act == 2 ? "OVER" : "AGREED";
                    default -> "OVER";
                };
                var answer = act == 2 ? leaves.withdraw(it.id(), worker) : leaves.answer(it.id(), act == 0, "No", null, manager);
                assertThat(answer instanceof Answer.Done).isEqualTo(!next.equals(it.state()));
                if (next.equals("OVER") && !it.state().equals("OVER")) {
                    left += it.amount();
                }
                held.set(at, new Held(it.id(), it.from(), it.until(), it.part(), it.amount(), next));
            }
            assertThat(on(ren, annual())).isEqualTo(left);
        }
        assertThat(on(ren, "asked")).isEqualTo(held.stream().filter(it -> it.state().equals("ASKED")).mapToLong(Held::amount).sum());
        assertThat(on(ren, "taken-annual")).isEqualTo(held.stream().filter(it -> it.state().equals("AGREED")).mapToLong(Held::amount).sum());
        assertThat(held).extracting(Held::state).contains("ASKED", "AGREED", "OVER");
    }

    @Test
    void whatSomebodyWroteGoesWhenTheyAreForgottenAndHoursStay() {
        grant();
        done(grants.serves(directory.person(ren).orElseThrow().number(), LocalDate.of(year - 3, 1, 1), "Labour book", HR));
        var id = done(leaves.ask(new Request(Kind.ANNUAL, june(), june(), Part.WHOLE, "My father is ill"), worker));
        done(leaves.answer(id, false, "Nobody else can weld", null, manager));
        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(ren)));
        assertThat(leaves.find(id)).hasValueSatisfying(it -> {
            assertThat(it.words()).isEmpty();
            assertThat(it.reason()).isEqualTo("–");
        });
        assertThat(grants.service(ren)).singleElement().extracting(Grants.Service::source).isEqualTo("–");
        assertThat(on(ren, annual())).isEqualTo(4_000);
    }
}

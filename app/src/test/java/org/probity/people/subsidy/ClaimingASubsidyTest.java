package org.probity.people.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
import org.probity.house.ui.Answer;
import org.probity.people.subsidy.Scheme.Kind;
import org.probity.people.subsidy.Scheme.Per;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits to the family twice a year and night meals by the day: claimed once, agreed to within a budget, paid once. */
@WholeHouse(own = true)
class ClaimingASubsidyTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Subsidies subsidies;
    @Autowired Schemes schemes;
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
    UUID visit;
    UUID meals;
    Me ren;

    @BeforeEach
    void twoSchemes() {
        today = subsidies.today();
        var code = "D" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), LocalDate.of(2000, 1, 1), "", HR.account()));
        visit = done(schemes.set(new Schemes.Details(code + "-V", Kind.FAMILY, "Visit", "探亲", Per.CLAIM, new BigDecimal("800"), 2, true, today.minusDays(100), null, "our rule"), HR));
        meals = done(schemes.set(new Schemes.Details(code + "-M", Kind.MEALS, "Meals", "餐补", Per.DAY, new BigDecimal("25.50"), 0, false, today.minusDays(100), null, "our rule"), HR));
        ren = worker();
        for (var year : List.of(today.getYear() - 1, today.getYear())) {
            done(schemes.budget(visit, year, new BigDecimal("1000"), HR));
            done(schemes.budget(meals, year, new BigDecimal("1000"), HR));
        }
    }

    Me worker() {
        var number = "D" + UUID.randomUUID().toString().substring(0, 10);
        var person = done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, site, "", today.minusDays(50), null), "", HR.account()));
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)").param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    static List<Subsidies.Upload> ticket() {
        return List.of(new Subsidies.Upload("ticket.pdf", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    }

    Subsidies.Request visited(int ago, String amount, String invoice, List<Subsidies.Upload> receipts) {
        return new Subsidies.Request(visit, today.minusDays(ago), today.minusDays(ago), new BigDecimal(amount), invoice, "", receipts);
    }

    Subsidies.Request ate(int from, int until, String amount) {
        return new Subsidies.Request(meals, today.minusDays(from), today.minusDays(until), new BigDecimal(amount), "", "", List.of());
    }

    @Test
    void aDayAnInvoiceAndAFileCountOnce() {
        var paper = ticket();
        var claim = done(subsidies.claim(visited(9, "700", "2431-2000 0001", paper), ren));
        assertThat(key(subsidies.claim(visited(9, "10", "", ticket()), ren))).isEqualTo("subsidy.claimed-twice");
        assertThat(key(subsidies.claim(visited(8, "700", "24312000 0001", ticket()), worker()))).as("typed another way, by somebody else").isEqualTo("subsidy.invoice-twice");
        assertThat(key(subsidies.claim(visited(8, "700", "", paper), worker()))).isEqualTo("subsidy.receipt-twice");
        assertThat(key(subsidies.claim(visited(8, "700", "", Stream.concat(paper.stream(), paper.stream()).toList()), worker()))).isEqualTo("subsidy.receipt-twice");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO subsidy.claim (id, number, scheme, person, from_day, until_day, amount, invoice, words, claimed_by, claimed_at, record)
                SELECT gen_random_uuid(), left(id::text, 18), scheme, person, from_day - 1, until_day, amount, '', words, claimed_by, claimed_at, record FROM subsidy.claim WHERE id = :id
                """).param("id", claim).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("no_day_claimed_twice");
        done(subsidies.withdraw(claim, ren));
        done(subsidies.claim(visited(9, "700", "24312000-0001", paper), ren));
        done(subsidies.claim(ate(9, 7, "76.50"), ren));
        assertThat(key(subsidies.claim(ate(7, 5, "10"), ren))).as("the last day is the first").isEqualTo("subsidy.claimed-twice");
    }

    @Test
    void ofTwoWhoSendTheSamePaperAtOnceOneIsRefused() throws Exception {
        var other = worker();
        var paper = ticket();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(List.<Callable<Answer<UUID>>>of(() -> subsidies.claim(visited(3, "5", "", paper), ren), () -> subsidies.claim(visited(3, "5", "", paper), other)));
            var said = List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(said).filteredOn(it -> it instanceof Answer.Done<UUID>).hasSize(1);
            assertThat(said).filteredOn(it -> it instanceof Answer.Refused<UUID>).allSatisfy(it -> assertThat(key(it)).isEqualTo("subsidy.receipt-twice"));
        }
    }

    @Test
    void claimingIsRefusedWithWhatIsWrong() {
        assertThat(key(subsidies.claim(ate(2, 1, "5"), HR))).isEqualTo("subsidy.no-person");
        assertThat(key(subsidies.claim(new Subsidies.Request(null, today, today, BigDecimal.ONE, "", "", List.of()), ren))).isEqualTo("subsidy.scheme-missing");
        assertThat(key(subsidies.claim(new Subsidies.Request(meals, null, today, BigDecimal.ONE, "", "", List.of()), ren))).isEqualTo("subsidy.day-missing");
        assertThat(key(subsidies.claim(ate(1, 2, "5"), ren))).isEqualTo("subsidy.days-turned");
        assertThat(key(subsidies.claim(ate(1, -1, "5"), ren))).isEqualTo("subsidy.day-future");
        assertThat(key(subsidies.claim(ate(181, 181, "5"), ren))).isEqualTo("subsidy.late");
        assertThat(key(subsidies.claim(ate(101, 99, "5"), ren))).isEqualTo("subsidy.scheme-not-then");
        assertThat(key(subsidies.claim(ate(51, 49, "5"), ren))).isEqualTo("subsidy.not-engaged");
        assertThat(key(subsidies.claim(ate(2, 1, "0"), ren))).isEqualTo("subsidy.amount-missing");
        assertThat(key(subsidies.claim(ate(2, 1, "51.01"), ren))).as("two days of 25.50").isEqualTo("subsidy.amount-high");
        assertThat(key(subsidies.claim(new Subsidies.Request(meals, today, today, BigDecimal.ONE, "", "x".repeat(1001), List.of()), ren))).isEqualTo("subsidy.words-long");
        assertThat(key(subsidies.claim(visited(2, "5", "1".repeat(41), ticket()), ren))).isEqualTo("subsidy.invoice-long");
        assertThat(key(subsidies.claim(visited(2, "5", "", List.of()), ren))).isEqualTo("subsidy.receipt-missing");
        assertThat(key(subsidies.claim(visited(2, "5", "", java.util.Collections.nCopies(6, ticket().getFirst())), ren))).isEqualTo("subsidy.receipts-many");
        assertThat(key(subsidies.claim(visited(2, "5", "", List.of(new Subsidies.Upload("x", new byte[(10 << 20) + 1]))), ren))).isEqualTo("subsidy.receipt-large");
        done(subsidies.claim(visited(2, "5", "", ticket()), ren));
        done(subsidies.claim(visited(1, "5", "", ticket()), ren));
        assertThat(key(subsidies.claim(visited(0, "5", "", ticket()), ren))).isEqualTo("subsidy.times");
    }

    @Test
    void anotherAgreesWithinTheBudgetAndTheListPaysOnce() {
        var first = done(subsidies.claim(visited(9, "700", "", ticket()), ren));
        var second = done(subsidies.claim(visited(9, "700", "", ticket()), worker()));
        assertThat(key(subsidies.answer(first, true, BigDecimal.TEN, "", ren))).isEqualTo("subsidy.not-yours");
        assertThat(key(subsidies.answer(UUID.randomUUID(), true, BigDecimal.TEN, "", HR))).isEqualTo("subsidy.unknown");
        assertThat(key(subsidies.answer(first, true, BigDecimal.TEN, "", new Me(ren.account(), "Ren", Set.of(Role.HR), Optional.empty())))).isEqualTo("subsidy.own");
        assertThat(key(subsidies.answer(first, true, null, "", HR))).isEqualTo("subsidy.amount-missing");
        assertThat(key(subsidies.answer(first, true, new BigDecimal("700.01"), "", HR))).isEqualTo("subsidy.amount-more");
        assertThat(key(subsidies.answer(first, true, new BigDecimal("699"), "", HR))).isEqualTo("subsidy.reason-missing");
        assertThat(key(subsidies.answer(first, false, null, "", HR))).isEqualTo("subsidy.reason-missing");
        assertThat(key(subsidies.answer(first, false, null, "x".repeat(1001), HR))).isEqualTo("subsidy.words-long");
        done(subsidies.answer(first, true, new BigDecimal("700"), "", HR));
        assertThat(key(subsidies.answer(first, true, new BigDecimal("700"), "", HR))).isEqualTo("subsidy.not-open");
        assertThat(key(subsidies.withdraw(first, ren))).isEqualTo("subsidy.not-open");
        assertThat(key(subsidies.withdraw(second, ren))).isEqualTo("subsidy.only-own");
        assertThat(key(subsidies.withdraw(UUID.randomUUID(), ren))).isEqualTo("subsidy.unknown");
        assertThat(key(subsidies.answer(second, true, new BigDecimal("700"), "", HR))).as("300 are left").isEqualTo("subsidy.budget-over");
        done(subsidies.answer(second, true, new BigDecimal("300"), "what the budget has", HR));
        assertThat(key(schemes.budget(visit, today.minusDays(9).getYear(), new BigDecimal("999.99"), HR))).isEqualTo("subsidy.budget-less");
        var due = schemes.due();
        assertThat(key(schemes.pay(due.claims(), due.total(), ren))).isEqualTo("subsidy.not-yours");
        assertThat(key(schemes.pay(due.claims(), due.total().add(BigDecimal.ONE), HR))).isEqualTo("subsidy.seen-changed");
        var list = done(schemes.pay(due.claims(), due.total(), HR));
        assertThat(key(schemes.pay(0, BigDecimal.ZERO, HR))).isEqualTo("subsidy.nothing-due");
        assertThat(schemes.lines(list)).extracting(Claim::state).containsOnly(Claim.State.PAID);
        assertThat(browser.get().uri("/app/subsidies/payments/" + list + "?format=csv").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("700.00", "300.00");
        var value = figures.live(figures.find("subsidies-paid").orElseThrow(), today.getYear());
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        assertThat(value.rows()).hasSizeGreaterThanOrEqualTo(2);
        var receipt = db.sql("SELECT id FROM subsidy.receipt WHERE claim = :claim").param("claim", first).query(UUID.class).single();
        assertThat(browser.get().uri("/app/subsidies/receipts/" + receipt).with(As.me(ren)).exchange()).hasStatusOk();
        for (var path : List.of("/app/subsidies/claims/" + first, "/app/subsidies/receipts/" + receipt)) {
            assertThat(browser.get().uri(path).with(As.me(worker())).exchange()).as("somebody else's: " + path).hasStatus(404);
        }
        assertThat(browser.post().uri("/app/subsidies/claims/" + second + "/withdrawal").with(As.me(ren)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/subsidies/payments/" + list).with(As.me(ren)).exchange()).hasStatus(403);
    }

    @Test
    void aSchemeAndItsBudgetAreSetWithWhatTheyNeed() {
        var code = "S" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, "rule"), ren))).isEqualTo("subsidy.not-yours");
        assertThat(key(schemes.set(new Schemes.Details("", Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, "rule"), HR))).isEqualTo("subsidy.code-wrong");
        assertThat(key(schemes.set(new Schemes.Details(code, null, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, "rule"), HR))).isEqualTo("subsidy.kind-missing");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, "rule"), HR))).isEqualTo("subsidy.name-wrong");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", null, BigDecimal.ONE, 0, false, today, null, "rule"), HR))).isEqualTo("subsidy.per-missing");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, null, 0, false, today, null, "rule"), HR))).isEqualTo("subsidy.amount-missing");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 367, false, today, null, "rule"), HR))).isEqualTo("subsidy.times-wrong");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, null, null, "rule"), HR))).isEqualTo("subsidy.day-missing");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, today.minusDays(1), "rule"), HR))).isEqualTo("subsidy.days-turned");
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, " "), HR))).isEqualTo("subsidy.source-wrong");
        var id = done(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, "rule"), HR));
        assertThat(key(schemes.set(new Schemes.Details(code, Kind.MEALS, "x", "", Per.DAY, BigDecimal.ONE, 0, false, today, null, "rule"), HR))).isEqualTo("subsidy.code-taken");
        assertThat(key(schemes.budget(id, today.getYear(), BigDecimal.ONE, ren))).isEqualTo("subsidy.not-yours");
        assertThat(key(schemes.budget(UUID.randomUUID(), today.getYear(), BigDecimal.ONE, HR))).isEqualTo("subsidy.scheme-missing");
        assertThat(key(schemes.budget(id, 1999, BigDecimal.ONE, HR))).isEqualTo("subsidy.year-wrong");
        assertThat(key(schemes.budget(id, today.getYear(), null, HR))).isEqualTo("subsidy.amount-missing");
        for (var typed : List.of("123,456,789,012.34 303", "1234567890123 422", "-1 422", "1.234 422")) {
            assertThat(browser.post().uri("/app/subsidies/budgets").param("scheme", id.toString()).param("year", String.valueOf(today.getYear() + 1)).param("amount", typed.split(" ")[0]).with(As.me(HR)).exchange()).as(typed)
                    .hasStatus(Integer.parseInt(typed.split(" ")[1]));
        }
        var claim = done(subsidies.claim(new Subsidies.Request(id, today, today, BigDecimal.ONE, "", "", List.of()), ren));
        assertThat(key(subsidies.answer(claim, true, BigDecimal.ONE, "", HR))).isEqualTo("subsidy.budget-none");
    }

    @Test
    void whenSomebodyIsForgottenWordsAndReceiptsGo() {
        var claim = done(subsidies.claim(new Subsidies.Request(visit, today, today, BigDecimal.TEN, "A-1" + UUID.randomUUID().toString().substring(0, 8), "my mother", ticket()), ren));
        transaction.executeWithoutResult(_ -> context.publishEvent(new Directory.Forgotten(directory.personOf(ren).orElseThrow())));
        var left = subsidies.find(claim).orElseThrow();
        assertThat(left.words() + left.invoice()).isEmpty();
        assertThat(subsidies.receipts(claim)).isEmpty();
    }
}

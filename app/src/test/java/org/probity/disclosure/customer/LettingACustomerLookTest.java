package org.probity.disclosure.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Levels;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.proof.SealedPackage;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse(own = true)
class LettingACustomerLookTest {
    private static final String FIGURE = "tin-due-diligence";

    @Autowired Customers customers;
    @Autowired Statements statements;
    @Autowired Levels levels;
    @Autowired Accounts accounts;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
    Edition edition;
    LocalDate today;

    @BeforeEach
    void anEditionWhoseRowsAreOpenToCustomers() {
        today = LocalDate.now(clock);
        edition = statements.published(today.getYear()).orElseGet(this::publish);
    }

    @Test
    void aCustomerSeesCodesAndNoNamesAndTakesThePackageOfTheirLevel() {
        var eva = invited(today.plusDays(30));
        assertThat(get("/app/customer", eva)).hasStatusOk().bodyText().contains("Aurora Grid", "Codes and evidence");
        assertThat(get("/app/customer/" + edition.id() + "/" + FIGURE, eva)).hasStatusOk().bodyText().contains("DD-0001").doesNotContain("Solder", "/app/suppliers");
        assertThat(get("/app/customer/" + edition.id() + "/tin-compliance", eva)).as("nobody opened these rows").hasStatusOk().bodyText().doesNotContain("CP-0001");
        assertThat(browser.get().uri("/report/" + edition.year() + "/" + FIGURE)).as("the public sees no code").bodyText().doesNotContain("DD-0001");

        var zip = get("/app/customer/" + edition.id() + "/package.zip", eva).getResponse().getContentAsByteArray();
        assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOfSatisfying(Verdict.ConsistentSignerUnknown.class,
                verdict -> assertThat(verdict.summary().level()).isEqualTo("customer"));
        var rows = new String(SealedPackage.unpack(zip).get("figures/" + FIGURE + ".rows.jsonl"), StandardCharsets.UTF_8);
        assertThat(rows).contains("DD-0001").doesNotContain("Solder");
        assertThat(get("/app", eva)).hasStatus(302).hasRedirectedUrl("/app/customer");
    }

    @Test
    void nothingElseOfTheHouseIsTheirs() {
        var eva = invited(today.plusDays(30));
        for (var address : List.of("/app/suppliers", "/app/figures", "/app/figures/" + FIGURE, "/app/statement", "/app/levels", "/app/customers", "/app/minerals", "/app/log")) {
            assertThat(get(address, eva)).as(address).hasStatus(403);
        }
        assertThat(get("/app/find?q=solder", eva)).hasStatus(404);
        assertThat(get("/app/assurance", eva)).hasStatus(404);
        assertThat(get("/app/customer/" + UUID.randomUUID() + "/" + FIGURE, eva)).hasStatus(404);
        assertThat(get("/app/customer/" + edition.id() + "/nothing", eva)).hasStatus(404);
    }

    @Test
    void whatWasNotPublishedIsNotThere() {
        var eva = invited(today.plusDays(30));
        deliver(2015);
        var waiting = done(statements.prepare(2015, null, "", "", officer));
        assertThat(get("/app/customer/" + waiting.id() + "/" + FIGURE, eva)).hasStatus(404);
        assertThat(get("/app/customer/" + waiting.id() + "/package.zip", eva)).hasStatus(404);
    }

    @Test
    void accessEndsOnItsDayOrAtOnceAndCanBeAgreedAnew() {
        var eva = invited(today);
        assertThat(customers.runs(eva.account())).as("the last day still counts").isTrue();
        done(customers.end(eva.account(), publisher));
        assertThat(customers.runs(eva.account())).isFalse();
        assertThat(get("/app/customer", eva)).as("also for whoever still has the role").hasStatus(404);
        assertThat(get("/app/customer/" + edition.id() + "/package.zip", eva)).hasStatus(404);
        var without = new Me(eva.account(), "Eva", Set.of(), Optional.empty());
        assertThat(get("/app", without)).hasStatusOk().bodyText().contains("Your access has ended");
        assertThat(key(customers.end(eva.account(), publisher))).isEqualTo("customer.ended");
        done(customers.prolong(eva.account(), today.plusDays(7).toString(), publisher));
        assertThat(get("/app/customer", eva)).hasStatusOk();
    }

    @Test
    void whatCannotBeIsRefusedWhereItWasTyped() {
        var far = today.plusYears(2);
        assertThat(key(customers.invite(form(" ", today.toString()), publisher))).isEqualTo("customer.unnamed");
        assertThat(key(customers.invite(form("Aurora Grid", "soon"), publisher))).isEqualTo("customer.day-wrong");
        assertThat(key(customers.invite(form("Aurora Grid", today.minusDays(1).toString()), publisher))).isEqualTo("customer.day-past");
        assertThat(key(customers.invite(form("Aurora Grid", far.plusDays(1).toString()), publisher))).isEqualTo("customer.day-far");
        assertThat(customers.invite(form("Aurora Grid", far.toString()), publisher)).isInstanceOf(Done.class);
        assertThat(key(customers.prolong(UUID.randomUUID(), today.toString(), publisher))).isEqualTo("customer.unknown");
        assertThat(key(customers.end(UUID.randomUUID(), publisher))).isEqualTo("customer.unknown");
        assertThat(key(customers.invite(new Customers.Form("Aurora Grid", "", "x@aurora.example", "en", today.toString()), publisher))).isEqualTo("signin.name-missing");
        var page = browser.post().uri("/app/customers").with(As.me(publisher)).param("customer", "").param("name", "Eva").param("email", "e@aurora.example").param("lastDay", "").exchange();
        assertThat(page).hasStatus(422).bodyText().contains("Name the customer.");
    }

    @Test
    void aCustomersContactHoldsNoOtherRole() {
        var both = accounts.invite(new Accounts.Newcomer("Eva", UUID.randomUUID() + "@aurora.example", Set.of(Role.CUSTOMER, Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE);
        assertThat(((Ruling.Denied<UUID>) both).key()).isEqualTo("signin.customer-alone");
    }

    private Edition publish() {
        deliver(today.getYear());
        done(levels.rule(done(levels.propose(FIGURE, "CUSTOMER", "Customers ask for it.", officer)).id(), Outcome.APPROVED, "", publisher));
        var prepared = done(statements.prepare(today.getYear(), null, "", "", officer));
        return done(statements.rule(prepared.id(), Outcome.APPROVED, "", publisher));
    }

    private void deliver(int year) {
        var number = "C" + UUID.randomUUID();
        var supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料", "CN", "solder", null, null), officer));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        done(suppliers.receive("ERP", year, List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(year, 1, 1), BigDecimal.TEN)),
                1, BigDecimal.TEN, file.id(), file.sha256(), officer));
    }

    private Me invited(LocalDate lastDay) {
        var access = done(customers.invite(form("Aurora Grid", lastDay.toString()), publisher));
        return new Me(access.account(), "Eva Brandt", Set.of(Role.CUSTOMER), Optional.empty());
    }

    private static Customers.Form form(String customer, String lastDay) {
        return new Customers.Form(customer, "Eva Brandt", UUID.randomUUID() + "@aurora.example", "en", lastDay);
    }

    private MvcTestResult get(String uri, Me who) {
        return browser.get().uri(uri).with(As.me(who)).exchange();
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}

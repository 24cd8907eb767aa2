package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A bribe, a notice, a hearing, a ban by two; the next order at the ERP is refused, and the one that is placed all the same becomes an incident. */
@WholeHouse(own = true, properties = "probity.demo=true")
class FromBriberyToTheBlacklistJourneyTest {
    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired DemoPeople people;
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired Clock clock;

    String key;

    @BeforeEach
    void aSupplierAndAnErpWithItsKey() {
        var registered = suppliers.register(new Suppliers.Registration("S-00201", "Mingda Frames", "明达边框", "CN", "frame", null, null), people.the(Role.BUYER));
        assertThat(registered).isInstanceOf(Answer.Done.class);
        var supplier = ((Answer.Done<UUID>) registered).value();
        suppliers.addContact(supplier, "Fang Li", "fang.li@mingda.example", "");
        people.contact(supplier, "Fang Li", "fang.li@mingda.example", "zh");
        var erp = ((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer("ERP", "erp@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE)).value();
        key = ((Ruling.Granted<String>) tokens.make(erp, "ERP, orders", Tokens.May.WRITE, 30)).value();
    }

    @Test
    void theNextOrderIsRefused() throws Exception {
        assertThat(order("PO-1")).isEqualTo(0);
        legalOpensACaseAndCallsTheSupplier();
        assertThat(said).as("while it is heard it may still be dealt with, knowing it").isNotEmpty();
        theSupplierAnswersInThePortal();
        twoPeopleBarIt();
        assertThat(order("PO-2")).as(said).isEqualTo(1);
        assertThat(said).contains("PO-2 is refused", "Barred for good since", "永久列入黑名单");
        aBuyerAndAColleagueSeeIt();
        itIsOrderedAllTheSame();
    }

    private void legalOpensACaseAndCallsTheSupplier() throws Exception {
        try (var legal = staff("Shen Yi")) {
            legal.go("/app/blacklist/new?supplier=S-00201");
            legal.page().getByLabel("Commercial bribery").check();
            legal.page().getByLabel("When it happened").fill(LocalDate.now(clock).minusDays(4).toString());
            legal.page().getByLabel("What happened").fill("A gift card was left with one of our buyers after the price talks.");
            press(legal, "Open a case");
            legal.twoLooks("blacklist-case");
            legal.page().getByRole(AriaRole.LINK, named("Give notice and call for an answer")).click();
            legal.page().getByLabel("Notice to the supplier").fill("After the price talks one of you left a gift card with one of our buyers. Please tell us what this was.");
            legal.page().getByLabel("May answer until").fill(LocalDate.now(clock).plusDays(10).toString());
            press(legal, "Send the notice");
            assertThat(order("PO-1b")).isEqualTo(0);
            assertThat(said).contains("may be placed, knowing this", "it may answer until");
        }
    }

    private void theSupplierAnswersInThePortal() {
        try (var fang = staff("Fang Li")) {
            fang.go("/app/portal");
            fang.twoLooks("blacklist-portal");
            fang.page().getByRole(AriaRole.LINK, named("Answer to what is held against you")).first().click();
            fang.twoLooks("blacklist-hearing");
            fang.page().getByLabel("Your answer").fill("It was a gift of the season; nothing was expected for it.");
            fang.page().getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(new FilePayload("card.pdf", "application/pdf", "%PDF-1.4 invented".getBytes(StandardCharsets.UTF_8)));
            press(fang, "Send the answer");
            assertThat(fang.page().locator("main").textContent()).contains("Your answer has arrived");
        }
    }

    private void twoPeopleBarIt() {
        try (var legal = staff("Shen Yi")) {
            legal.go("/app/blacklist").page().getByRole(AriaRole.LINK, named("Mingda Frames")).click();
            legal.page().getByRole(AriaRole.LINK, named("Propose a ban")).click();
            legal.page().getByLabel("Reason").fill("The offer is admitted and was made in the middle of price talks.");
            legal.twoLooks("blacklist-propose");
            legal.page().getByLabel("Reason").fill("The offer is admitted and was made in the middle of price talks.");
            press(legal, "Put it before a second person");
        }
        try (var quality = staff("Qin Hao")) {
            quality.go("/app");
            assertThat(quality.page().locator("main").textContent()).contains("Rule on a ban");
            quality.go("/app/blacklist").page().getByRole(AriaRole.LINK, named("Mingda Frames")).click();
            quality.everyLook("blacklist-decide");
            quality.page().getByRole(AriaRole.BUTTON, named("Bar the supplier")).first().click();
            quality.page().locator("dialog button.harm").click();
            quality.page().waitForLoadState();
            assertThat(quality.page().locator("main").textContent()).contains("The supplier is barred");
            quality.twoLooks("blacklist-barred");
        }
    }

    private void aBuyerAndAColleagueSeeIt() {
        try (var buyer = staff("Marta Lind")) {
            buyer.go("/app/clearance");
            buyer.page().getByLabel("Supplier", new Page.GetByLabelOptions().setExact(true)).fill("明达");
            press(buyer, "Ask");
            assertThat(buyer.page().locator(".verdict").textContent()).contains("No", "Barred for good");
            buyer.twoLooks("clearance-no");
            buyer.go("/app/clearance").twoLooks("clearance");
            buyer.go("/app/suppliers/" + suppliers.byNumber("S-00201").orElseThrow().id() + "/clearance").twoLooks("clearance-tab");
        }
        try (var colleague = staff("Ren Jie")) {
            colleague.go("/app/barred?who=Mingda");
            assertThat(colleague.page().locator("main").textContent()).contains("barred: you may not");
            colleague.twoLooks("barred-lookup");
        }
    }

    private void itIsOrderedAllTheSame() throws Exception {
        assertThat(erp("report", "http://localhost:" + port, "S-00201", "PO-2", "12500.00", LocalDate.now(clock).toString())).as(said).isZero();
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/figures/dealt-with-the-barred");
            assertThat(officer.page().locator(".hero").textContent()).as("the aim is none").contains("1");
        }
        try (var legal = staff("Shen Yi")) {
            legal.go("/app/blacklist/incidents").twoLooks("blacklist-incident");
            assertThat(legal.page().locator("main").textContent()).contains("PO-2", "Mingda Frames").doesNotContain("PO-1");
            legal.page().locator("select[name=cause]").selectOption("ASKED_AND_IGNORED");
            legal.page().locator("textarea[name=words]").fill("The order was taken back; the ERP refuses it now without a way round.");
            press(legal, "Close the incident");
            assertThat(legal.page().locator("main").textContent()).contains("the answer was no and was not heeded", "taken back");
        }
    }

    private String said = "";

    private int order(String number) throws Exception {
        return erp("order", "http://localhost:" + port, "S-00201", "frame", number, "12500.00", LocalDate.now(clock).toString());
    }

    /** The example that is shipped, as an ERP would run it. */
    private int erp(String... words) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), Path.of("../docs/examples/erp/Erp.java").toRealPath().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PROBITY_KEY", key);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private static void press(Browser who, String words) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(words).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Browser staff(String name) {
        var browser = Browser.at(port).go("/app/sign-in?next=/app/account");
        browser.page().getByRole(AriaRole.BUTTON, named(name)).click();
        browser.page().waitForURL("**/app/account");
        return browser;
    }
}

package org.probity.supply.substances;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.formats.ipc1752.Sample;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supplier sends a faulty declaration, sees each fault at its line, sends the right one and its report; both are accepted; a new candidate list asks for a renewal. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Tag("browser")
class AFaultyDeclarationJourneyTest {
    private static final String FIRST = "name,ec,cas,reason,date\nLead,231-100-4,7439-92-1,Toxic for reproduction (Article 57c),2018-06-27\n";

    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired Scopes scopes;
    @Autowired Requests requests;
    @Autowired CandidateLists lists;
    @Autowired DemoPeople people;
    @Autowired Clock clock;

    LocalDate today;

    @BeforeEach
    void aSupplierIsAskedInScopeByItsCategory() {
        today = LocalDate.now(clock);
        var supplier = done(suppliers.register(new Suppliers.Registration("S-10001", "Anlan Ribbon", "安澜焊带", "CN", "solder", null, null), people.the(Role.BUYER)));
        suppliers.addMaterial(supplier, "RIB-0001", "Tinned copper ribbon", "镀锡铜带");
        suppliers.addContact(supplier, "Chen Yu", "chen.yu@anlan.example", "");
        people.contact(supplier, "Chen Yu", "chen.yu@anlan.example", "en");
        var proposal = done(scopes.propose("solder", null, today, List.of("substances.reach", "substances.declaration"), "3.4", "Module material", people.the(Role.QUALITY)));
        done(scopes.rule(proposal, Decisions.Outcome.APPROVED, people.the(Role.EHS)));
        done(lists.load("list.csv", FIRST.getBytes(StandardCharsets.UTF_8), "January", today, "invented", people.the(Role.EHS)));
        done(requests.open(today.getYear(), today.plusDays(20), people.the(Role.EHS)));
    }

    @Test
    void eachFaultStandsAtItsLineTheRightOneIsAcceptedAndANewListAsksAgain() {
        try (var contact = someone("Chen Yu", "/app/portal")) {
            var page = contact.page();
            open(page, "Declaration of substances");
            contact.everyLook("substances-send");
            send(page, "ribbon.xml", Sample.faulty("Anlan Ribbon", today));
            assertThat(page.locator("ol.findings li").count()).isEqualTo(5);
            assertThat(page.content()).contains("7440-50-9", "Line " + line(Sample.faulty("Anlan Ribbon", today), "7440-50-9") + ":", "SubstanceID@identity");
            contact.everyLook("substances-faulty");
            send(page, "ribbon-2.xml", Sample.materials("Anlan Ribbon", today));
            assertThat(page.getByText("A person of quality").first().isVisible()).isTrue();
            contact.go("/app/portal");
            open(page, "REACH report");
            contact.everyLook("substances-report");
            button(page, "Send").click();
            assertThat(page.getByText("Name the laboratory that tested.").first().isVisible()).isTrue();
            page.locator("input[name=laboratory]").fill("Anhe Testing");
            page.locator("input[name=accreditor]").fill("CNAS");
            page.locator("input[name=accreditation]").fill("L-0000");
            page.locator("input[name=reportNumber]").fill("AH-1");
            page.locator("input[name=reportDay]").fill(today.minusMonths(1).toString());
            page.locator("input[name=covers]").check();
            page.locator("textarea[name=articles]").fill("Ribbon, two widths");
            page.locator("input[name=result][value=BELOW]").check();
            page.locator("input[name=edition]").check();
            page.locator("input[name=file]").setInputFiles(new FilePayload("AH-1.pdf", "application/pdf", "%PDF-1.4 AH-1".getBytes(StandardCharsets.UTF_8)));
            button(page, "Send").click();
            assertThat(page.getByText("A person of quality").first().isVisible()).isTrue();
        }
        try (var ehs = someone("Ines Moreau", "/app/substances?state=SENT_IN")) {
            var page = ehs.page();
            ehs.everyLook("substances");
            for (var i = 0; i < 2; i++) {
                ehs.go("/app/substances?state=SENT_IN").page().locator("table tbody tr th a").first().click();
                if (i == 0) {
                    ehs.everyLook("substances-paper");
                }
                page.locator("textarea[name=grounds]").fill("Compared with the report.");
                button(page, "Accept").click();
                assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).contains("Accepted");
            }
            ehs.go("/app/substances/lists").everyLook("substances-lists");
            page.locator("input[name=file]").setInputFiles(new FilePayload("june.csv", "text/csv",
                    (FIRST + "Decamethyltetrasiloxane,205-491-7,141-62-8,vPvB (Article 57e),2025-06-25\n").getBytes(StandardCharsets.UTF_8)));
            page.locator("input[name=version]").fill("June");
            page.locator("input[name=day]").fill(today.toString());
            button(page, "Load the list").click();
            assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).contains("Suppliers asked to renew their statement: 1.");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("June")).click();
            ehs.everyLook("substances-list");
            ehs.go("/app/substances/rules").everyLook("substances-rules");
            ehs.go("/app/substances/norms").everyLook("substances-norms");
        }
        try (var contact = someone("Chen Yu", "/app/portal")) {
            open(contact.page(), "Statement on the new candidate list");
            assertThat(contact.page().getByText("141-62-8").first().isVisible()).isTrue();
            contact.everyLook("substances-renewal");
        }
    }

    /** On which line of a file something stands. */
    private static int line(byte[] file, String words) {
        var lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        for (var n = 0; n < lines.size(); n++) {
            if (lines.get(n).contains(words)) {
                return n + 1;
            }
        }
        throw new AssertionError(words);
    }

    private static void open(Page page, String what) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(what)).first().click();
    }

    private static void send(Page page, String name, byte[] file) {
        page.locator("input[name=file]").setInputFiles(new FilePayload(name, "application/xml", file));
        button(page, "Send").click();
    }

    private Browser someone(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + path);
        button(browser.page(), name).click();
        return browser;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static <T> T done(org.probity.house.ui.Answer<T> answer) {
        return InScope.done(answer);
    }
}

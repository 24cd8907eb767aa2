package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.Outsider;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first line through the whole house: from a supplier's workbook to a sealed report that a stranger checks, and what the months after bring. */
@WholeHouse(own = true, properties = "probity.demo=true")
class FirstProvenFigureJourneyTest {
    private static final String MAIL = "chen.yu@jinlong.example";
    /** From its acceptance on; before the second month is over. */
    private static final int CERTIFICATE_DAYS = 20;
    private static final String LATE_MAIL = "lin.tao@yuxin.example";

    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired DemoPeople people;
    @Autowired Log log;
    @Autowired Clock clock;
    @Autowired TimeMachine time;
    int year;

    @BeforeEach
    void threeSuppliersOfWhichTwoDeliverTin() {
        // A year that has months left for papers to fall due and to lapse in, whenever the test runs.
        var today = LocalDate.now(clock);
        if (today.getMonthValue() > 9) {
            time.advance((int) today.until(LocalDate.of(today.getYear() + 1, 1, 15), ChronoUnit.DAYS));
        }
        year = LocalDate.now(clock).getYear();
        supplier("S-00932", "Jinlong Solder Materials", "金龙焊料", true, true);
        supplier("S-00939", "Yuxin Ribbon Technology", "裕欣焊带科技", true, true);
        supplier("S-00946", "Sanhe Electronic Solder", "三禾电子焊料", true, false);
        contact("S-00932", "Chen Yu", MAIL);
        contact("S-00939", "Lin Tao", LATE_MAIL);
    }

    @Test
    void aStrangerProvesTheFigureThatASuppliersWorkbookMoved() throws Exception {
        theOfficerOpensTheCampaign();
        theSupplierComesByLinkAndIsShownEachFault();
        bothDepartmentsAcceptAndTheFigureMoves();
        twoPeopleOpenTheRows();
        twoPeoplePublish();
        aStrangerFollowsTheFigureAndChecksIt();
        theMonthsPassAndTheFigureSaysSo();
        aCustomerIsLetIn();
    }

    private void theOfficerOpensTheCampaign() {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/minerals");
            officer.shot("campaign-not-open");
            officer.page().getByLabel("Papers are due by").fill(LocalDate.now(clock).plusDays(9).toString());
            officer.page().getByRole(AriaRole.BUTTON, named("Open the campaign of " + year)).click();
            assertThat(officer.page().getByText("Suppliers asked").count()).isPositive();
            officer.go("/app/minerals").everyLook("campaign");
            officer.go("/app/figures/tin-due-diligence");
            assertThat(officer.page().locator(".hero").textContent()).contains("0 of 2");
            officer.go("/app/suppliers").everyLook("suppliers");
        }
    }

    private void theSupplierComesByLinkAndIsShownEachFault() {
        try (var chen = Browser.at(port)) {
            chen.go("/app/sign-in/link-please");
            chen.page().getByLabel("E-mail").fill(MAIL);
            chen.page().locator("main form button").first().click();
            chen.page().waitForLoadState();
            var link = chen.go("/app/mails").page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(MAIL))
                    .locator("a[href*='/app/sign-in/link?']").first().getAttribute("href");
            chen.go(link.substring(link.indexOf("/app/")));
            chen.page().locator("main form button").first().click();
            chen.page().waitForURL("**/app/portal");
            chen.everyLook("portal");
            chen.page().locator(".card.first a.btn").click();
            chen.everyLook("send");
            send(chen, sample(chen, "faulty"));
            assertThat(chen.page().locator(".sheet td.bad").count()).isGreaterThanOrEqualTo(4);
            assertThat(chen.page().locator(".findings").first().textContent()).contains("Declaration!", "Smelter List!");
            chen.everyLook("faulty");
            send(chen, sample(chen, "stale"));
            assertThat(chen.page().locator(".findings").first().textContent()).contains("Declaration!");
            send(chen, sample(chen, "complete"));
            assertThat(chen.page().locator("main").textContent()).contains("We have it");
            for (var owed : List.of("Certificate of origin", "Source mineral declaration", "Supplier self-declaration")) {
                chen.go("/app/portal").page().getByRole(AriaRole.LINK, named(owed + " " + year)).click();
                send(chen, new FilePayload("paper.pdf", "application/pdf", "%PDF-1.4 invented".getBytes()));
            }
            chen.go("/app/portal");
            assertThat(chen.page().locator("h1").textContent()).isEqualTo("Nothing is owed");
        }
    }

    private void bothDepartmentsAcceptAndTheFigureMoves() {
        try (var officer = staff("Zhao Ning")) {
            acceptAll(officer, "waits for both departments", "review");
            officer.go("/app/figures/tin-due-diligence");
            assertThat(officer.page().locator(".hero").textContent()).as("one department alone accepts nothing").contains("0 of 2");
        }
        try (var quality = staff("Qin Hao")) {
            acceptAll(quality, "waits for quality", "review-second");
        }
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/figures/tin-due-diligence");
            assertThat(officer.page().locator(".hero").textContent()).contains("50%", "1 of 2");
            officer.everyLook("figure-live");
        }
    }

    private void acceptAll(Browser who, String waits, String look) {
        var lapses = LocalDate.now(clock).plusDays(CERTIFICATE_DAYS);
        for (var left = 4; left > 0; left--) {
            who.go("/app/minerals?state=SENT_IN");
            var rows = who.page().locator("tbody tr", new Page.LocatorOptions().setHasText(waits));
            assertThat(rows.count()).isEqualTo(left);
            rows.first().locator("th a").click();
            if (left == 4) {
                who.everyLook(look);
            }
            if (who.page().locator("h1").textContent().contains("Certificate of origin")) {
                who.page().locator("input[name=validUntil]").fill(lapses.toString());
            }
            who.page().getByLabel("Why it can be accepted").fill("It agrees with our purchases.");
            who.page().getByRole(AriaRole.BUTTON, named("Accept for my department")).click();
        }
    }

    private void twoPeopleOpenTheRows() {
        try (var officer = staff("Zhao Ning")) {
            propose(officer, "tin-due-diligence", "PUBLIC", "Readers can follow each row; a code names nobody.");
            propose(officer, "tin-compliance", "CUSTOMER", "Customers ask which rows fall short.");
            assertThat(officer.page().getByRole(AriaRole.BUTTON, named("Approve it")).count()).as("not by who proposed").isZero();
        }
        try (var publisher = staff("Lu Wen")) {
            publisher.go("/app/levels").everyLook("levels");
            for (var waiting = 2; waiting > 0; waiting--) {
                assertThat(publisher.page().getByRole(AriaRole.BUTTON, named("Approve it")).count()).isEqualTo(waiting);
                publisher.page().getByRole(AriaRole.BUTTON, named("Approve it")).first().click();
                publisher.page().waitForLoadState();
            }
            assertThat(publisher.page().locator("table").first().textContent()).contains("everybody", "customers and assurers", "assurers alone");
        }
    }

    private static void propose(Browser who, String figure, String level, String why) {
        who.go("/app/levels");
        who.page().getByLabel("Figure", new Page.GetByLabelOptions().setExact(true)).selectOption(figure);
        who.page().locator("input[name=level][value=" + level + "]").check();
        who.page().getByLabel("Why").fill(why);
        who.page().getByRole(AriaRole.BUTTON, named("Put it before a second person")).click();
        who.page().waitForLoadState();
    }

    private void twoPeoplePublish() {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/statement");
            officer.page().getByRole(AriaRole.BUTTON, named("Freeze the figures")).click();
            assertThat(officer.page().getByRole(AriaRole.BUTTON, named("Publish the report of " + year)).count()).as("not by who prepared").isZero();
            officer.everyLook("editions");
        }
        try (var publisher = staff("Lu Wen")) {
            publisher.go("/app/statement");
            publisher.page().getByRole(AriaRole.BUTTON, named("Publish the report of " + year)).click();
            publisher.page().waitForURL("**/report/" + year);
        }
    }

    private void aStrangerFollowsTheFigureAndChecksIt() throws Exception {
        try (var stranger = Browser.at(port)) {
            stranger.go("/").everyLook("report");
            stranger.print("report");
            stranger.page().locator("main a[href$='/report/" + year + "/tin-due-diligence']").first().click();
            assertThat(stranger.page().locator(".hero").textContent()).contains("50%", "1 of 2");
            assertThat(stranger.page().locator("#rows tbody tr").count()).isEqualTo(2);
            assertThat(stranger.page().locator("#out").textContent()).contains("nothing holding tin came in the period");
            assertThat(stranger.page().content()).as("names are withheld").doesNotContain("Jinlong").contains("DD-0001");
            stranger.everyLook("figure");
            stranger.go("/").page().getByRole(AriaRole.LINK, named("Follow this number")).click();
            stranger.everyLook("follow");
            assertThat(stranger.page().locator("section.part h2").count()).as("five steps").isEqualTo(5);
            stranger.page().locator("main a[href$='#rows']").click();
            assertThat(stranger.page().url()).endsWith("/report/" + year + "/tin-due-diligence#rows");
            stranger.go("/follow").page().locator("main a[href$='#control']").click();
            assertThat(stranger.page().locator("#control").textContent()).contains("0 kg");
            stranger.go("/verify").everyLook("verify");
            stranger.go("/report/" + year);
            Download download = stranger.page().waitForDownload(() -> stranger.page().getByRole(AriaRole.LINK, named("Download the package")).click());
            var zip = Files.readAllBytes(download.path());
            assertThat(onTheCommandLine(zip, 0)).contains("Proved.", "50.00 %", "rows counted 2");
            assertThat(inTheBrowser(stranger, zip, log.verifier().fingerprint())).isEqualTo("PROVED");
            assertThat(inTheBrowser(stranger, zip, "")).isEqualTo("CONSISTENT_SIGNER_UNKNOWN");
            var where = Outsider.fileAt(zip, zip.length / 3);
            var other = Outsider.changed(zip, zip.length / 3);
            assertThat(onTheCommandLine(other, 1)).contains("Not proved.", where);
            assertThat(Outsider.onThePage(stranger, other, log.verifier().fingerprint(), "checker-refuted")).isEqualTo("NOT_PROVED");
            assertThat(stranger.page().locator(".faults").textContent()).as("and says where").contains(where);
            assertThat(stranger.page().context().cookies().stream().filter(cookie -> !cookie.name.equals("probity-lang"))).as("a reader gets no cookie").isEmpty();
        }
    }

    private void theMonthsPassAndTheFigureSaysSo() {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/time");
            officer.everyLook("time-before");
            monthForward(officer);
            assertThat(officer.page().locator("main").textContent()).as("who still owed was reminded, and late").contains("Yuxin Ribbon Technology", "reminded of 4 papers");
            assertThat(officer.page().locator("main").textContent()).as("the certificate ran out").contains("Jinlong Solder Materials", "one paper lapsed");
            officer.everyLook("time-a-month");
            officer.go("/app/figures/tin-due-diligence");
            assertThat(officer.page().locator(".hero").textContent()).as("the live figure").contains("0 of 2");
            assertThat(officer.page().locator("#rows").textContent()).contains("no longer holds");
            officer.everyLook("figure-lapsed");
            officer.go("/report/" + year + "/tin-due-diligence");
            assertThat(officer.page().locator(".hero").textContent()).as("what was published stays").contains("50%", "1 of 2");
            officer.go("/app/mails");
            assertThat(officer.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(LATE_MAIL)).count()).as("asked, reminded before and after the day").isGreaterThanOrEqualTo(3);
            assertThat(officer.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(MAIL)).filter(new Locator.FilterOptions().setHasText(Pattern.compile("Certificate of origin|原产地证明"))).count())
                    .as("Chen learns that the certificate lapsed").isPositive();
            officer.go("/app/time");
            monthForward(officer);
            officer.everyLook("time-two-months");
            officer.go("/app/minerals").everyLook("campaign-late");
        }
    }

    private static void monthForward(Browser who) {
        who.page().getByRole(AriaRole.BUTTON, named("A month forward")).click();
        who.page().locator("#leap-30 button.btn").first().click();
        who.page().waitForLoadState();
        assertThat(who.page().locator("main").textContent()).contains("Days passed", "30");
    }

    /** The publisher lets a customer look until a day; they see what their level shows, and take its package. */
    private void aCustomerIsLetIn() throws Exception {
        try (var publisher = staff("Lu Wen")) {
            publisher.go("/app/customers");
            publisher.page().locator("input[name=customer]").fill("Aurora Grid");
            publisher.page().locator("input[name=name]").fill("Eva Brandt");
            publisher.page().locator("input[name=email]").fill("eva.brandt@aurora.example");
            publisher.page().locator("input[name=lastDay]").fill(LocalDate.now(clock).plusDays(30).toString());
            publisher.page().getByRole(AriaRole.BUTTON, named("Send the invitation")).click();
            assertThat(publisher.page().locator("main").textContent()).contains("Eva Brandt", "Aurora Grid");
            publisher.everyLook("customers");
        }
        try (var eva = Browser.at(port)) {
            var link = eva.go("/app/mails").page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("eva.brandt@aurora.example"))
                    .locator("a[href*='/app/']").first().getAttribute("href");
            eva.go(link.substring(link.indexOf("/app/")));
            eva.page().locator("input[type=password]").first().fill("three lamps on a hill");
            eva.page().locator("main form button").first().click();
            eva.page().waitForLoadState();
            eva.go("/app/customer").everyLook("customer");
            Download download = eva.page().waitForDownload(() -> eva.page().getByRole(AriaRole.LINK, named("Download the customer’s package")).first().click());
            assertThat(onTheCommandLine(Files.readAllBytes(download.path()), 0)).contains("Proved.", "customer");
            eva.page().getByRole(AriaRole.LINK, named("Due diligence of tin suppliers")).first().click();
            assertThat(eva.page().content()).contains("DD-0001").doesNotContain("Jinlong");
            eva.go("/app/customer").page().getByRole(AriaRole.LINK, named("Compliance of tin suppliers")).first().click();
            assertThat(eva.page().content()).as("what the public does not see").contains("CP-0001");
        }
    }

    private String onTheCommandLine(byte[] zip, int exit) throws Exception {
        var printed = Outsider.onTheCommandLine(zip, log.verifier().fingerprint(), "en");
        assertThat(printed.exit()).as(printed.words()).isEqualTo(exit);
        return printed.words();
    }

    private static String inTheBrowser(Browser stranger, byte[] zip, String fingerprint) throws Exception {
        return Outsider.onThePage(stranger, zip, fingerprint, "checker-" + (fingerprint.isEmpty() ? "unknown" : "trusted"));
    }

    private Browser staff(String name) {
        var browser = Browser.at(port).go("/app/sign-in?next=/app/suppliers");
        browser.page().getByRole(AriaRole.BUTTON, named(name)).click();
        browser.page().waitForURL("**/app/suppliers");
        return browser;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static FilePayload sample(Browser who, String which) {
        var answer = who.page().request().get("/app/portal/samples/" + which + ".xlsx");
        assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
        return new FilePayload("CMRT_" + which + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.body());
    }

    private static void send(Browser who, FilePayload file) {
        who.page().locator("input[type=file]").setInputFiles(file);
        who.page().getByRole(AriaRole.BUTTON, named("Send the file")).click();
        who.page().waitForLoadState();
    }

    private void contact(String number, String name, String mail) {
        var supplier = suppliers.byNumber(number).orElseThrow().id();
        suppliers.addContact(supplier, name, mail, "");
        people.contact(supplier, name, mail, "zh");
    }

    private void supplier(String number, String en, String zh, boolean tin, boolean delivers) {
        var buyer = people.the(Role.BUYER);
        var id = done(suppliers.register(new Suppliers.Registration(number, en, zh, "CN", "solder", null, null), buyer));
        var material = suppliers.addMaterial(id, number + "-1", "Solder ribbon", "焊带");
        suppliers.sayContent(material, Suppliers.TIN, new BigDecimal("0.052"), LocalDate.of(year - 1, 1, 1));
        if (delivers) {
            var kilograms = new BigDecimal("18310.250");
            var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), buyer.account());
            done(suppliers.receive("ERP", year, List.of(new Suppliers.Receipt("GR-" + number, 1, id, material, LocalDate.of(year, 1, 5), kilograms)),
                    1, kilograms, file.id(), file.sha256(), buyer));
        }
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first line through the whole house: from a supplier's workbook to a sealed report that a stranger checks. */
@WholeHouse(own = true, properties = "probity.demo=true")
class FirstProvenFigureJourneyTest {
    private static final String MAIL = "chen.yu@jinlong.example";

    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired DemoPeople people;
    @Autowired Log log;
    @Autowired Clock clock;
    int year;

    @BeforeEach
    void threeSuppliersOfWhichTwoDeliverTin() {
        year = LocalDate.now(clock).getYear();
        supplier("S-00932", "Jinlong Solder Materials", "金龙焊料", true, true);
        supplier("S-00939", "Yuxin Ribbon Technology", "裕欣焊带科技", true, true);
        supplier("S-00946", "Sanhe Electronic Solder", "三禾电子焊料", true, false);
        people.contact(suppliers.byNumber("S-00932").orElseThrow().id(), "Chen Yu", MAIL, "zh");
    }

    @Test
    void aStrangerProvesTheFigureThatASuppliersWorkbookMoved() throws Exception {
        theOfficerOpensTheCampaign();
        theSupplierComesByLinkAndIsShownEachFault();
        bothDepartmentsAcceptAndTheFigureMoves();
        twoPeoplePublish();
        aStrangerFollowsTheFigureAndChecksIt();
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

    private static void acceptAll(Browser who, String waits, String look) {
        for (var left = 4; left > 0; left--) {
            who.go("/app/minerals?state=SENT_IN");
            var rows = who.page().locator("tbody tr", new Page.LocatorOptions().setHasText(waits));
            assertThat(rows.count()).isEqualTo(left);
            rows.first().locator("th a").click();
            if (left == 4) {
                who.everyLook(look);
            }
            who.page().getByLabel("Why it can be accepted").fill("It agrees with our purchases.");
            who.page().getByRole(AriaRole.BUTTON, named("Accept for my department")).click();
        }
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
            stranger.page().locator(".win a").first().click();
            assertThat(stranger.page().locator(".hero").textContent()).contains("50%", "1 of 2");
            assertThat(stranger.page().locator("#rows tbody tr").count()).isEqualTo(2);
            assertThat(stranger.page().locator("#out").textContent()).contains("nothing holding tin came in the period");
            assertThat(stranger.page().content()).as("names are withheld").doesNotContain("Jinlong");
            stranger.everyLook("figure");
            stranger.go("/follow").everyLook("follow");
            stranger.go("/verify").everyLook("verify");
            stranger.go("/report/" + year);
            Download download = stranger.page().waitForDownload(() -> stranger.page().getByRole(AriaRole.LINK, named("Download the package")).click());
            var zip = Files.readAllBytes(download.path());
            assertThat(Verifier.verify(zip, Optional.of(TrustPolicy.ofFingerprint(log.verifier().fingerprint())))).isInstanceOf(Verdict.Proved.class);
            assertThat(inTheBrowser(stranger, zip, log.verifier().fingerprint())).isEqualTo("PROVED");
            assertThat(inTheBrowser(stranger, zip, "")).isEqualTo("CONSISTENT_SIGNER_UNKNOWN");
            zip[zip.length / 3] ^= 1;
            assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.NotProved.class);
            assertThat(inTheBrowser(stranger, zip, log.verifier().fingerprint())).isEqualTo("NOT_PROVED");
            assertThat(stranger.page().context().cookies().stream().filter(cookie -> !cookie.name.equals("probity-lang"))).as("a reader gets no cookie").isEmpty();
        }
    }

    /** Drops the package on the checker page, opened from disk, and reads its word. */
    private static String inTheBrowser(Browser stranger, byte[] zip, String fingerprint) throws Exception {
        var page = Files.createTempFile("verify", ".html");
        try (var in = Verifier.class.getResourceAsStream("verify.html")) {
            Files.write(page, java.util.Objects.requireNonNull(in).readAllBytes());
        }
        stranger.page().navigate(page.toUri().toString());
        stranger.page().locator("#fingerprint").fill(fingerprint);
        stranger.page().locator("#file").setInputFiles(new FilePayload("report.zip", "application/zip", zip));
        stranger.page().locator("#result h2, #result h1, #result .verdict").first().waitFor();
        stranger.shot("checker-" + (fingerprint.isEmpty() ? "unknown" : "trusted"));
        Object verdict = stranger.page().evaluate("async ([bytes, fingerprint]) => (await globalThis.probityVerify(Uint8Array.from(atob(bytes), c => c.charCodeAt(0)), '', fingerprint)).verdict",
                List.of(java.util.Base64.getEncoder().encodeToString(zip), fingerprint));
        return String.valueOf(verdict);
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

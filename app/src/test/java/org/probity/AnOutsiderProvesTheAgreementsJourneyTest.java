package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.Outsider;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Newcomer;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** "All suppliers signed all three agreements" stands in a report; somebody who knows nobody here checks it at home, and a package with one bit changed is refused. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class AnOutsiderProvesTheAgreementsJourneyTest {
    @LocalServerPort int port;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired DemoPeople people;
    @Autowired Log log;
    @Autowired Clock clock;

    Newcomer newcomer;
    int year;

    @BeforeEach
    void threeDeliverAndOneDoesNot() {
        newcomer = beans.createBean(Newcomer.class);
        newcomer.by(people);
        year = LocalDate.now(clock).getYear();
    }

    @Test
    void allAgreementsAreSignedAndAnybodyCanCheckIt() throws Exception {
        var first = newcomer.invited("wafer");
        newcomer.agreements(first);
        delivers(first.supplier(), "GR-1", "1200");
        var late = newcomer.invited("glass");
        delivers(late.supplier(), "GR-2", "800.5");
        newcomer.invited("frame");
        theFigureSays("50%", "1 of 2");
        newcomer.agreements(late);
        theFigureSays("100%", "2 of 2");
        twoPeopleOpenTheRowsAndPublish();
        anOutsiderTakesThePackageHome(List.of(first.nameEn(), late.nameEn()));
    }

    private void theFigureSays(String... words) {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/figures/sup-agreements");
            assertThat(officer.page().locator(".hero").textContent()).contains(words);
        }
    }

    private void twoPeopleOpenTheRowsAndPublish() {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/levels");
            officer.page().getByLabel("Figure", new Page.GetByLabelOptions().setExact(true)).selectOption("sup-agreements");
            officer.page().locator("input[name=level][value=PUBLIC]").check();
            officer.page().getByLabel("Why").fill("Readers can follow each row; a code names nobody.");
            press(officer, "Put it before a second person");
        }
        try (var publisher = staff("Lu Wen")) {
            publisher.go("/app/levels");
            press(publisher, "Approve it");
        }
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/statement");
            press(officer, "Freeze the figures");
        }
        try (var publisher = staff("Lu Wen")) {
            publisher.go("/app/statement");
            press(publisher, "Publish the report of " + year);
            publisher.page().waitForURL("**/report/" + year);
        }
    }

    private void anOutsiderTakesThePackageHome(List<String> names) throws Exception {
        byte[] zip;
        try (var outsider = Browser.at(port)) {
            outsider.go("/report/" + year).page().locator("main a[href$='/sup-agreements']").first().click();
            assertThat(outsider.page().locator(".hero").textContent()).contains("100%", "2 of 2");
            assertThat(outsider.page().locator("#rows tbody tr").count()).isEqualTo(2);
            assertThat(outsider.page().locator("#out").textContent()).as("why the third is not counted").contains("1");
            assertThat(outsider.page().locator("#control").textContent()).as("the ledger has as many kilograms as the rows").contains("2,000.5");
            assertThat(outsider.page().locator("#rows").textContent()).contains("AG-00");
            assertThat(outsider.page().content()).doesNotContain(names);
            outsider.everyLook("agreements-figure");
            outsider.go("/report/" + year);
            zip = Files.readAllBytes(outsider.page().waitForDownload(() -> outsider.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download the package")).click()).path());
        }
        // On paper since last year, not from the page that offers the package.
        var fingerprint = log.verifier().fingerprint();
        var printed = Outsider.onTheCommandLine(zip, fingerprint, "en");
        assertThat(printed.words()).contains("Proved.", "100.00 %", "rows counted 2");
        assertThat(printed.exit()).isZero();
        assertThat(Outsider.onTheCommandLine(zip, fingerprint, "zh").words()).contains("100.00 %");
        var at = zip.length / 2;
        var other = Outsider.changed(zip, at);
        var refuted = Outsider.onTheCommandLine(other, fingerprint, "en");
        assertThat(refuted.words()).contains("Not proved.", Outsider.fileAt(zip, at));
        assertThat(refuted.exit()).isEqualTo(1);
        for (var look : List.of(new Look("en", ColorScheme.LIGHT, Look.DESK), new Look("zh", ColorScheme.DARK, Look.PHONE))) {
            try (var home = Browser.at(port, look)) {
                assertThat(Outsider.onThePage(home, zip, fingerprint, "agreements-checker")).isEqualTo("PROVED");
                assertThat(home.page().locator("#result").textContent()).contains("100.00");
                assertThat(Outsider.onThePage(home, other, fingerprint, "agreements-checker-refuted")).isEqualTo("NOT_PROVED");
                assertThat(home.page().locator(".faults").textContent()).contains(Outsider.fileAt(zip, at));
            }
        }
    }

    private void delivers(UUID supplier, String document, String kilograms) {
        var amount = new BigDecimal(kilograms);
        var material = suppliers.addMaterial(supplier, document, "Goods", "货物");
        var file = evidence.keep("ledger.csv", "text/csv", document.getBytes(), newcomer.buyer.account());
        var answer = suppliers.receive("ERP", year, List.of(new Suppliers.Receipt(document, 1, supplier, material, LocalDate.now(clock), amount)), 1, amount, file.id(), file.sha256(), newcomer.buyer);
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Done.class);
    }

    private static void press(Browser who, String words) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    private Browser staff(String name) {
        var browser = Browser.at(port).go("/app/sign-in?next=/app/suppliers");
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        browser.page().waitForURL("**/app/suppliers");
        return browser;
    }
}

package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.AGREEMENTS;
import static org.probity.supply.admission.Newcomer.SYSTEMS;
import static org.probity.supply.admission.Newcomer.TOPICS;
import static org.probity.supply.admission.Newcomer.pdf;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A new silicon supplier from the invitation to the qualified list, by buyer, supplier on a phone, departments, and the second person. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
class NewSiliconSupplierJourneyTest {
    private static final String MAIL = "lin.mei@qinghe.example";

    @LocalServerPort int port;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DemoPeople people;
    @Autowired Proofs proofs;
    @Autowired Signatories signatories;
    @Autowired Agreements agreements;
    @Autowired Standing standing;
    @Autowired Clock clock;

    Newcomer newcomer;
    LocalDate today;

    @Test
    void aNewSiliconSupplierComesOntoTheQualifiedList() {
        newcomer = beans.createBean(Newcomer.class);
        today = LocalDate.now(clock);
        newcomer.words();
        signatories.give(people.the(Role.BUYER).account(), today.plusYears(1), null, people.the(Role.LEGAL));
        theBuyerInvites();
        var it = standing.search(new Standing.Sought("Qinghe Silicon", "", ""), 1, 0).getFirst();
        theSupplierComesByLinkOnAPhoneAndSendsWhatIsAsked(it);
        theDepartmentsSpeak(it);
        itSignsAndWeSign(it);
        twoDecide(it);
    }

    private void theBuyerInvites() {
        try (var marta = staff("Marta Lind")) {
            marta.go("/app/admission/invite").everyLook("admission-invite");
            marta.page().getByLabel("Name in Chinese").fill("清河硅业");
            marta.page().getByLabel("Name in English").fill("Qinghe Silicon");
            marta.page().locator("#category").selectOption("wafer");
            marta.page().locator("#site").fill("Plant 1");
            marta.page().locator("#contact").fill("Lin Mei");
            marta.page().locator("#email").fill(MAIL);
            marta.page().getByRole(AriaRole.BUTTON, named("Send the invitation")).click();
            marta.page().waitForURL("**/app/admission/*-*");
            assertThat(marta.page().locator("main").textContent()).contains("0 of 14 hold");
            marta.everyLook("admission-dossier");
        }
    }

    private void theSupplierComesByLinkOnAPhoneAndSendsWhatIsAsked(Dossier it) {
        try (var lin = Browser.at(port, new Browser.Look("zh", ColorScheme.LIGHT, Browser.Look.PHONE))) {
            lin.go("/app/mails");
            var link = lin.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(MAIL)).locator("a[href*='/app/invitation?']").first().getAttribute("href");
            lin.go(link.substring(link.indexOf("/app/")));
            lin.page().locator("main form button").first().click();
            lin.page().waitForLoadState();
            lin.go("/app/portal").everyLook("admission-portal");
            lin.go("/app/portal/admission/labour");
            lin.page().locator("#words").fill("近三年无劳动仲裁。");
            lin.page().locator("button[value=save]").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator("#words").inputValue()).isEqualTo("近三年无劳动仲裁。");
            lin.everyLook("admission-draft");
            lin.page().locator("button[value=send]").click();
            lin.page().waitForLoadState();
            lin.go("/app/portal/admission/iso-9001");
            lin.page().locator("#body").fill("Kestrel Certification");
            lin.page().locator("#number").fill("QMS-2025-00412");
            lin.page().locator("#scope").fill("Manufacture of monocrystalline silicon wafers");
            lin.page().locator("#issuedDay").fill(today.minusYears(3).toString());
            lin.page().locator("#expiryDay").fill(today.minusDays(1).toString());
            lin.page().locator("#files").setInputFiles(new FilePayload("ISO9001.pdf", "application/pdf", pdf("iso-9001 qinghe", "20250301", "20250301")));
            lin.page().locator("button[value=send]").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator(".problems").textContent()).contains("到期");
            lin.shot("admission-expired");
            lin.page().locator("#issuedDay").fill(today.minusYears(1).toString());
            lin.page().locator("#expiryDay").fill(today.plusYears(2).toString());
            lin.page().locator("button[value=send]").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator(".problems").count()).isZero();
            lin.everyLook("admission-certificate");
        }
        var rest = new java.util.ArrayList<>(TOPICS);
        rest.addAll(SYSTEMS);
        rest.stream().filter(leg -> proofs.newest(it.supplier(), leg).isEmpty()).forEach(leg -> newcomer.send(it, leg));
        newcomer.send(it, "material");
    }

    private void theDepartmentsSpeak(Dossier it) {
        try (var qin = staff("Qin Hao")) {
            qin.go("/app").shot("admission-desk");
            qin.go("/app/admission/proofs/" + proofs.newest(it.supplier(), "iso-9001").orElseThrow().id()).everyLook("admission-proof");
            qin.page().locator("input[name=conclusion][value=PASS]").check();
            qin.page().locator("#reasons").fill("Number, scope and site agree with the body's own record.");
            if (qin.page().locator("#grave").count() > 0) {
                qin.page().locator("#grave").check();
            }
            qin.page().getByRole(AriaRole.BUTTON, named("Say so")).click();
            qin.page().waitForLoadState();
            assertThat(qin.page().locator(".identity").textContent()).contains("passed");
        }
        TOPICS.forEach(leg -> newcomer.pass(it, proofs.newest(it.supplier(), leg).orElseThrow().id(), today.plusYears(1), newcomer.reviewer(leg)));
        SYSTEMS.stream().skip(1).forEach(leg -> newcomer.pass(it, proofs.newest(it.supplier(), leg).orElseThrow().id(), today.plusYears(1), newcomer.reviewer(leg)));
        newcomer.material(it);
    }

    private void itSignsAndWeSign(Dossier it) {
        newcomer.authority(it);
        try (var lin = Browser.at(port, new Browser.Look("zh", ColorScheme.LIGHT, Browser.Look.PHONE))) {
            lin.go("/app/sign-in/link-please");
            lin.page().locator("input[type=email]").fill(MAIL);
            lin.page().locator("main form button").first().click();
            lin.page().waitForLoadState();
            lin.go("/app/mails");
            var link = lin.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(MAIL)).locator("a[href*='/app/sign-in/link?']").first().getAttribute("href");
            lin.go(link.substring(link.indexOf("/app/")));
            lin.page().locator("main form button").first().click();
            lin.page().waitForURL("**/app/portal");
            lin.go("/app/portal/admission/agreements/framework").everyLook("admission-sign");
            lin.page().locator("#read").check();
            lin.page().locator("form[action='/app/portal/admission/agreements/framework'] button").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator("main").textContent()).contains("已签署");
            lin.shot("admission-signed");
        }
        try (var marta = staff("Marta Lind")) {
            marta.go("/app/admission/agreements/" + agreements.of(it.supplier()).getFirst().id());
            marta.page().getByRole(AriaRole.BUTTON, named("Sign for us")).click();
            marta.page().waitForLoadState();
            assertThat(marta.page().locator(".identity").textContent()).contains("in force");
            marta.everyLook("admission-agreement");
        }
        AGREEMENTS.stream().skip(1).forEach(leg -> {
            var offered = Newcomer.done(agreements.offer(it.supplier(), leg));
            Newcomer.done(agreements.sign(offered.id(), offered.sha256(), newcomer.contact(it.supplier())));
            Newcomer.done(agreements.countersign(offered.id(), people.the(Role.BUYER)));
        });
    }

    private void twoDecide(Dossier it) {
        try (var marta = staff("Marta Lind")) {
            marta.go("/app/admission/" + it.id());
            marta.page().locator("input[name=outcome][value=ADMIT]").check();
            marta.page().locator("#reasons").fill("All legs hold; capacity is needed from next quarter.");
            marta.page().getByRole(AriaRole.BUTTON, named("Propose to a second person")).click();
            marta.page().waitForLoadState();
        }
        try (var qin = staff("Qin Hao")) {
            qin.go("/app/admission/" + it.id()).everyLook("admission-ruling");
            qin.page().locator("input[name=ruling][value=APPROVED]").check();
            qin.page().getByRole(AriaRole.BUTTON, named("Decide")).click();
            qin.page().waitForLoadState();
            assertThat(qin.page().locator(".identity").textContent()).contains("Qualified");
            qin.go("/app/admission/qualified").everyLook("admission-qualified");
            assertThat(qin.page().locator("main").textContent()).contains("Qinghe Silicon");
            qin.go("/app/suppliers/" + it.supplier() + "/admission").everyLook("admission-tab");
        }
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
}

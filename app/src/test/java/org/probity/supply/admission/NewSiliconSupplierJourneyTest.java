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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A new silicon supplier from the invitation to the qualified list: the buyer invites, the supplier answers seven topics on a phone, certificates and material
 * are looked at, three agreements are signed by both sides, and two people decide.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
class NewSiliconSupplierJourneyTest {
    private static final String MAIL = "lin.mei@qinghe.example";
    private static final Map<String, String> SAID = new TreeMap<>(Map.of("environment", "近三年无环境处罚；排污许可证有效。", "labour", "近三年无劳动仲裁。",
            "anti-corruption", "无商业贿赂记录，员工已签廉洁承诺。", "business", "近三年财务报表已经审计。", "risk", "无被执行记录。", "disputes", "无未决诉讼。", "iso", "三个体系均已认证。"));

    @LocalServerPort int port;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DemoPeople people;
    @Autowired Proofs proofs;
    @Autowired Signatories signatories;
    @Autowired Agreements agreements;
    @Autowired Standing standing;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    Newcomer newcomer;
    LocalDate today;

    @Test
    void aNewSiliconSupplierComesOntoTheQualifiedList() {
        newcomer = beans.createBean(Newcomer.class);
        newcomer.by(people);
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
            marta.go("/app/admission/invite").twoLooks("admission-invite");
            marta.page().getByLabel("Name in Chinese").fill("清河硅业");
            marta.page().getByLabel("Name in English").fill("Qinghe Silicon");
            marta.page().locator("#category").selectOption("wafer");
            marta.page().locator("#site").fill("Plant 1");
            marta.page().locator("#contact").fill("Lin Mei");
            marta.page().locator("#email").fill(MAIL);
            marta.page().getByRole(AriaRole.BUTTON, named("Send the invitation")).click();
            marta.page().waitForURL("**/app/admission/*-*");
            assertThat(marta.page().locator("main").textContent()).contains("0 of 14 hold");
            marta.twoLooks("admission-dossier");
        }
    }

    private void theSupplierComesByLinkOnAPhoneAndSendsWhatIsAsked(Dossier it) {
        try (var lin = phone()) {
            lin.go(letterTo(lin, "/app/invitation?"));
            lin.page().locator("main form button").first().click();
            lin.page().waitForLoadState();
            lin.go("/app/portal").everyLook("admission-portal");
            lin.go("/app/portal/admission/labour");
            lin.page().locator("#words").fill(SAID.get("labour"));
            lin.page().locator("button[value=save]").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator("#words").inputValue()).as("a draft").isEqualTo(SAID.get("labour"));
            lin.twoLooks("admission-draft");
            SAID.forEach((topic, words) -> {
                lin.go("/app/portal/admission/" + topic).page().locator("#words").fill(words);
                send(lin);
            });
            certificate(lin, "iso-9001", "QMS-2025-00412", today.minusDays(1));
            assertThat(lin.page().locator(".problems").textContent()).contains("到期");
            lin.shot("admission-expired");
            lin.page().locator("#expiryDay").fill(today.plusYears(2).toString());
            send(lin);
            assertThat(lin.page().locator(".problems").count()).isZero();
            lin.twoLooks("admission-certificate");
            certificate(lin, "iso-14001", "EMS-2025-00138", today.plusYears(2));
            certificate(lin, "iso-45001", "OHS-2025-00091", today.plusYears(2));
            lin.go("/app/portal/admission/material");
            lin.page().locator("#material").fill("W-182");
            lin.page().locator("#nameZh").fill("硅片M10");
            lin.page().locator("#category").selectOption("wafer");
            lin.page().locator("#files").setInputFiles(new FilePayload("W-182.pdf", "application/pdf", pdf("specification W-182", "20250301", "20250301")));
            send(lin);
            assertThat(lin.page().locator(".problems").count()).isZero();
            assertThat(Stream.of(TOPICS, SYSTEMS, List.of("material")).flatMap(List::stream).filter(leg -> proofs.newest(it.supplier(), leg).isEmpty())).as("not sent").isEmpty();
        }
    }

    private void certificate(Browser lin, String leg, String number, LocalDate until) {
        var scanned = today.minusMonths(11).format(DateTimeFormatter.BASIC_ISO_DATE);
        lin.go("/app/portal/admission/" + leg);
        lin.page().locator("#body").fill("Kestrel Certification");
        lin.page().locator("#accreditation").fill("CNAS");
        lin.page().locator("#number").fill(number);
        lin.page().locator("#scope").fill("Manufacture of monocrystalline silicon wafers");
        lin.page().locator("#issuedDay").fill(today.minusYears(1).toString());
        lin.page().locator("#expiryDay").fill(until.toString());
        lin.page().locator("#files").setInputFiles(new FilePayload(leg + ".pdf", "application/pdf", pdf(leg + " qinghe", scanned, scanned)));
        send(lin);
    }

    private static void send(Browser lin) {
        lin.page().locator("button[value=send]").click();
        lin.page().waitForLoadState();
    }

    private void theDepartmentsSpeak(Dossier it) {
        try (var qin = staff("Qin Hao")) {
            qin.go("/app").shot("admission-desk");
            qin.go(proof(it, "iso-9001")).twoLooks("admission-proof");
            pass(qin, "Number, scope and site agree with the body's own record.");
            qin.go(proof(it, "material"));
            pass(qin, "It looks good.");
            assertThat(qin.page().locator(".problems").count()).as("no word before sample, laboratory and trial").isPositive();
            for (var result : List.of("50 wafers, box undamaged", "Lifetime 1.2 ms, oxygen 14 ppma", "10,000 cells, yield as with ours")) {
                qin.page().locator("#words").fill(result);
                press(qin, "Write it down");
            }
            qin.twoLooks("admission-material");
            pass(qin, "Values and trial are within the specification.");
            assertThat(qin.page().locator(".identity").textContent()).as("process has not spoken").doesNotContain("passed");
        }
        try (var tang = staff("Tang Rui")) {
            tang.go(proof(it, "material"));
            pass(tang, "It runs on our lines.");
            assertThat(tang.page().locator(".identity").textContent()).contains("passed");
        }
        TOPICS.forEach(leg -> newcomer.pass(it, proofs.newest(it.supplier(), leg).orElseThrow().id(), today.plusYears(1), newcomer.reviewer(leg)));
        SYSTEMS.stream().skip(1).forEach(leg -> newcomer.pass(it, proofs.newest(it.supplier(), leg).orElseThrow().id(), today.plusYears(1), newcomer.reviewer(leg)));
    }

    private String proof(Dossier it, String leg) {
        return "/app/admission/proofs/" + proofs.newest(it.supplier(), leg).orElseThrow().id();
    }

    private static void pass(Browser who, String reasons) {
        who.page().locator("input[name=conclusion][value=PASS]").check();
        who.page().locator("#reasons").fill(reasons);
        if (who.page().locator("#grave").count() > 0) {
            who.page().locator("#grave").check();
        }
        press(who, "Say so");
    }

    private void itSignsAndWeSign(Dossier it) {
        try (var lin = phone()) {
            lin.go("/app/sign-in/link-please");
            lin.page().locator("input[type=email]").fill(MAIL);
            lin.page().locator("main form button").first().click();
            lin.page().waitForLoadState();
            lin.go(letterTo(lin, "/app/sign-in/link?"));
            lin.page().locator("main form button").first().click();
            lin.page().waitForURL("**/app/portal");
            lin.go("/app/portal/admission/signatories");
            lin.page().locator("input[name=capacity][value=LEGAL_REPRESENTATIVE]").check();
            lin.page().locator("#until").fill(today.plusYears(2).toString());
            lin.page().locator("#paper").setInputFiles(new FilePayload("licence.pdf", "application/pdf", pdf("licence qinghe", "20250301", "20250301")));
            lin.page().locator("form[action='/app/portal/admission/signatories'] button").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator(".problems").count()).isZero();
            lin.go("/app/portal/admission/agreements/framework");
            assertThat(lin.page().locator("#read").count()).as("nobody signs whose authority was not looked at").isZero();
            legalChecksTheAuthority();
            hoursPass();
            for (var leg : AGREEMENTS) {
                lin.go("/app/portal/admission/agreements/" + leg);
                if (leg.equals("framework")) {
                    lin.twoLooks("admission-sign");
                    sign(lin, leg);
                    lin.shot("admission-step-up");
                    assertThat(agreements.of(it.supplier())).as("not signed before it is clear who signs").allMatch(agreement -> agreement.stage(today) == Agreement.Stage.OFFERED);
                    lin.page().locator("form[action='/app/confirm/letter'] button").click();
                    lin.page().waitForLoadState();
                    lin.go(letterTo(lin, "/app/confirm/link?"));
                    lin.page().locator("main form button").first().click();
                    lin.page().waitForURL("**/agreements/framework");
                }
                sign(lin, leg);
                assertThat(lin.page().locator("main").textContent()).contains("已签署");
            }
            lin.shot("admission-signed");
        }
        try (var marta = staff("Marta Lind")) {
            for (var agreement : agreements.of(it.supplier())) {
                marta.go("/app/admission/agreements/" + agreement.id());
                press(marta, "Sign for us");
                assertThat(marta.page().locator(".identity").textContent()).contains("in force");
            }
            marta.twoLooks("admission-agreement");
        }
        assertThat(agreements.of(it.supplier())).hasSize(3).allMatch(agreement -> agreement.stage(today) == Agreement.Stage.IN_FORCE);
    }

    private void legalChecksTheAuthority() {
        try (var shen = staff("Shen Yi")) {
            shen.go("/app/admission/signatories").twoLooks("admission-authority");
            shen.page().locator("input[name=good][value=true]").check();
            shen.page().locator("textarea[name=reasons]").fill("The business licence names her.");
            press(shen, "Write it down");
        }
    }

    /** Longer than somebody counts as themselves for a signature. */
    private void hoursPass() {
        db.sql("UPDATE access.visit SET confirmed_at = confirmed_at - interval '2 hours', began_at = began_at - interval '2 hours'").update();
    }

    private static void sign(Browser lin, String leg) {
        lin.page().locator("#read").check();
        lin.page().locator("form[action='/app/portal/admission/agreements/" + leg + "'] button").click();
        lin.page().waitForLoadState();
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
            qin.go("/app/admission/" + it.id()).twoLooks("admission-ruling");
            qin.page().locator("input[name=ruling][value=APPROVED]").check();
            qin.page().getByRole(AriaRole.BUTTON, named("Decide")).click();
            qin.page().waitForLoadState();
            assertThat(qin.page().locator(".identity").textContent()).contains("Qualified");
            qin.go("/app/admission/qualified").twoLooks("admission-qualified");
            assertThat(qin.page().locator("main").textContent()).contains("Qinghe Silicon");
            qin.go("/app/suppliers/" + it.supplier() + "/admission").twoLooks("admission-tab");
        }
    }

    private Browser phone() {
        return Browser.at(port, new Browser.Look("zh", ColorScheme.LIGHT, Browser.Look.PHONE));
    }

    /** The newest letter with such a link, as the mail program of the demo shows it. */
    private static String letterTo(Browser who, String path) {
        who.go("/app/mails");
        var link = who.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(MAIL)).locator("a[href*='" + path + "']").first().getAttribute("href");
        return link.substring(link.indexOf("/app/"));
    }

    private static void press(Browser who, String words) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).first().click();
        who.page().waitForLoadState();
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

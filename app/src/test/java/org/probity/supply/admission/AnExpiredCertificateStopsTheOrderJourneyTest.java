package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.file;
import static org.probity.supply.admission.Newcomer.pdf;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.house.webhook.OtherSystem;
import org.probity.shapes.decision.Decisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A certificate runs out while nobody does anything. The ERP hears of it and is refused its next order with the reason; the supplier renews, and it may order
 * again. The ERP is the example that is shipped, run as its page says.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Import(OtherSystem.class)
@Tag("browser")
class AnExpiredCertificateStopsTheOrderJourneyTest {
    private static final Path ERP = Path.of("../docs/examples/erp/Erp.java");
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    /** Two leaps of a month go past it, one does not. */
    private static final int CERTIFICATE_DAYS = 40;

    @LocalServerPort int port;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DemoPeople people;
    @Autowired Admission admission;
    @Autowired Standing standing;
    @Autowired Proofs proofs;
    @Autowired Clock clock;

    Dossier it;
    String key = "";
    String secret = "";
    Process listening;
    final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void aQualifiedSupplierWhoseCertificateRunsOutInFortyDays() {
        var newcomer = beans.createBean(Newcomer.class);
        newcomer.by(people);
        it = standing.find(done(admission.invite(new Admission.Invitation(Newcomer.who("Qinghe Silicon", "清河硅业", "wafer"), newcomer.today().plusDays(30), false),
                newcomer.buyer))).orElseThrow();
        people.contact(it.supplier(), "Lin Mei", "lin.mei@qinghe.example", "zh");
        newcomer.topics(it);
        var ends = newcomer.today().plusDays(CERTIFICATE_DAYS);
        var certificate = new Proof.Certificate("清河硅业有限公司", "Kestrel Certification", "CNAS", "QMS-2023-00412", "Manufacture of monocrystalline silicon wafers", ends.minusYears(3), ends);
        newcomer.pass(it, done(proofs.send(new Proofs.Sent("iso-9001", "", List.of(file("iso-9001")), null, certificate, null, List.of(it.site())), newcomer.contact(it.supplier()))),
                ends, newcomer.quality);
        for (var leg : List.of("iso-14001", "iso-45001")) {
            newcomer.pass(it, newcomer.send(it, leg), newcomer.today().plusYears(1), newcomer.ehs);
        }
        newcomer.material(it);
        newcomer.agreements(it);
        var motion = done(admission.propose(it.id(), Dossier.Outcome.ADMIT, newcomer.today().plusYears(1), "", null, "Everything holds", newcomer.buyer));
        done(admission.rule(motion, Decisions.Outcome.APPROVED, "Agreed", newcomer.quality));
    }

    @AfterEach
    void theErpIsSwitchedOff() {
        if (listening != null) {
            listening.destroy();
        }
    }

    @Test
    void theErpMayOrderThenMayNotAndThenMayAgain() throws Exception {
        theBuyerMakesAKeyForTheErp();
        theAdministratorLetsItHearOfChanges();
        order("PO-4711", 0, "PO-4711 is placed", "PO-4711 is reported.");
        twoMonthsPass();
        whatWasHeard("clearance.changed", "orders are held back:", "Not qualified: ISO 9001 quality missing or ended.", "ISO 9001质量管理体系");
        order("PO-4712", 1, "PO-4712 is refused", "ISO 9001 quality missing or ended", "ISO 9001质量管理体系 缺失或已到期");
        bothSidesSeeWhy();
        theSupplierRenewsAndQualityAccepts();
        whatWasHeard("clearance.changed", "orders may be placed.");
        order("PO-4712", 0, "PO-4712 is placed", "PO-4712 is reported.");
        theHouseKnowsWhatWasOrdered();
    }

    private void theBuyerMakesAKeyForTheErp() {
        try (var marta = person("Marta Lind", "/app/account/tokens")) {
            marta.page().locator("#label").fill("ERP: asks before orders");
            marta.page().locator("input[name=may][value=WRITE]").check();
            marta.page().locator("#days").fill("300");
            marta.page().locator("main form[action='/app/account/tokens'] button").click();
            key = marta.page().locator("section[role=status] pre").textContent().strip();
            assertThat(key).startsWith("probity_");
        }
    }

    private void theAdministratorLetsItHearOfChanges() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (var sam = person("Sam Ito", "/app/webhooks")) {
            sam.page().locator("#host").fill("localhost");
            sam.page().locator("#inside").check();
            press(sam, "Put on the list");
            sam.page().locator("#url").fill("https://localhost:" + free + "/probity");
            sam.page().locator("input[name=kinds][value='clearance.changed']").check();
            press(sam, "Register the address");
            secret = sam.page().locator("section[role=status] pre").textContent().strip();
            assertThat(secret).startsWith("whsec_");
            listening = erp("listen", "http://localhost:" + port, String.valueOf(free), OtherSystem.keystore().toString());
            Thread.startVirtualThread(() -> read(listening));
            whatWasHeard("Listening on port " + free);
            press(sam, "Send a trial message");
            whatWasHeard("Heard: webhook.trial");
            aStrangersMessageIsNotBelieved(free);
            sam.page().reload();
            sam.twoLooks("erp-webhook");
        }
    }

    private void aStrangersMessageIsNotBelieved(int at) throws Exception {
        var client = java.net.http.HttpClient.newBuilder().sslContext(OtherSystem.trust()).build();
        var forged = java.net.http.HttpRequest.newBuilder(java.net.URI.create("https://localhost:" + at + "/probity")).header("webhook-id", "msg_1")
                .header("webhook-timestamp", String.valueOf(java.time.Instant.now().getEpochSecond())).header("webhook-signature", "v1,bm90IHNpZ25lZA==")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"type\":\"clearance.changed\",\"data\":{\"supplier\":\"" + it.supplier() + "\"}}")).build();
        assertThat(client.send(forged, java.net.http.HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        whatWasHeard("not believed");
    }

    private void twoMonthsPass() {
        try (var marta = person("Zhao Ning", "/app/time")) {
            monthForward(marta);
            order("PO-4711b", 0, "PO-4711b is placed");
            marta.go("/app/mails");
            assertThat(marta.page().locator("main").textContent()).as("both sides were told 30 days before").contains("lin.mei@qinghe.example", "ISO 9001");
            marta.go("/app/time");
            monthForward(marta);
        }
    }

    private static void monthForward(Browser who) {
        who.page().getByRole(AriaRole.BUTTON, named("A month forward")).click();
        who.page().locator("#leap-30 button.btn").first().click();
        who.page().waitForLoadState();
        assertThat(who.page().locator("main").textContent()).contains("Days passed", "30");
    }

    private void bothSidesSeeWhy() {
        try (var marta = person("Marta Lind", "/app/clearance")) {
            marta.page().locator("#supplier").fill(it.number());
            press(marta, "Ask");
            assertThat(marta.page().locator(".verdict").textContent()).contains("No", "ISO 9001");
            marta.everyLook("erp-refused");
            marta.go("/app/admission/qualified");
            assertThat(marta.page().locator("main").textContent()).doesNotContain("Qinghe Silicon");
            marta.go("/app/admission/qualified?day=" + LocalDate.now(clock).minusDays(60));
            assertThat(marta.page().locator("main").textContent()).as("on the day of the first order it was there").contains("Qinghe Silicon");
            marta.go("/app/admission/" + it.id()).twoLooks("erp-lapsed");
        }
    }

    private void theSupplierRenewsAndQualityAccepts() {
        var today = LocalDate.now(clock);
        try (var lin = person("Lin Mei", "/app/portal", PHONE)) {
            lin.twoLooks("erp-portal");
            lin.page().locator("main a[href='/app/portal/admission/iso-9001']").first().click();
            lin.page().waitForURL("**/iso-9001");
            assertThat(lin.page().locator("main").textContent()).as("the day it ended").contains(LocalDate.now(clock).minusDays(60 - CERTIFICATE_DAYS) + " 到期");
            lin.twoLooks("erp-renewal");
            lin.page().locator("#body").fill("Kestrel Certification");
            lin.page().locator("#accreditation").fill("CNAS");
            lin.page().locator("#number").fill("QMS-2026-00877");
            lin.page().locator("#scope").fill("Manufacture of monocrystalline silicon wafers");
            lin.page().locator("#issuedDay").fill(today.minusDays(2).toString());
            lin.page().locator("#expiryDay").fill(today.plusYears(3).minusDays(3).toString());
            lin.page().locator("#files").setInputFiles(new FilePayload("ISO9001-2026.pdf", "application/pdf", pdf("iso-9001 renewed", today.format(DateTimeFormatter.BASIC_ISO_DATE), today.format(DateTimeFormatter.BASIC_ISO_DATE))));
            lin.page().locator("button[value=send]").click();
            lin.page().waitForLoadState();
            assertThat(lin.page().locator(".problems").count()).isZero();
            lin.shot("erp-renewed");
        }
        try (var qin = person("Qin Hao", "/app")) {
            assertThat(qin.page().locator("main").textContent()).as("it waits for quality").contains("Qinghe Silicon");
            qin.go("/app/admission/proofs/" + proofs.newest(it.supplier(), "iso-9001").orElseThrow().id());
            qin.page().locator("input[name=conclusion][value=PASS]").check();
            qin.page().locator("#reasons").fill("Number, scope and site agree with the body's own record.");
            if (qin.page().locator("#grave").count() > 0) {
                qin.page().locator("#grave").check();
            }
            press(qin, "Say so");
            assertThat(qin.page().locator(".identity").textContent()).contains("passed");
        }
    }

    private void theHouseKnowsWhatWasOrdered() {
        try (var marta = person("Marta Lind", "/app/clearance")) {
            assertThat(marta.page().locator("main table").textContent()).as("each question under the number of its order").contains("PO-4711", "PO-4712");
            marta.twoLooks("erp-orders");
        }
        try (var zhao = person("Zhao Ning", "/app/figures/asked-before-ordering")) {
            assertThat(zhao.page().locator(".hero").textContent()).as("each order was asked for").contains("100");
        }
    }

    // ---- the example, as its page says

    private void order(String number, int exit, String... said) {
        try {
            var process = erp("order", "http://localhost:" + port, it.number(), "wafer", number, "12500.00", LocalDate.now(clock).toString());
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isEqualTo(exit);
            assertThat(printed).contains(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process erp(String... words) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), ERP.toRealPath().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PROBITY_KEY", key, "WEBHOOK_SECRET", secret, "STORE_PASSWORD", OtherSystem.PASSWORD));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private void read(Process process) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(heard::add);
        } catch (UncheckedIOException | IOException switchedOff) {
            heard.add("switched off: " + switchedOff);
        }
    }

    /** Lines that the listening ERP prints, in this order, whatever it prints between them. */
    private void whatWasHeard(String... words) throws InterruptedException {
        var lines = new ArrayList<String>();
        for (var word : words) {
            while (lines.isEmpty() || !lines.getLast().contains(word)) {
                var line = heard.poll(60, TimeUnit.SECONDS);
                assertThat(line).as("%s after %s", word, lines).isNotNull();
                lines.add(line);
            }
        }
    }

    private static void press(Browser who, String words) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Browser person(String name, String where) {
        return person(name, where, new Look("en", ColorScheme.LIGHT, Look.DESK));
    }

    private Browser person(String name, String where, Look look) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + where);
        browser.page().getByRole(AriaRole.BUTTON, named(name)).first().click();
        browser.page().waitForURL("**" + where);
        return browser;
    }
}

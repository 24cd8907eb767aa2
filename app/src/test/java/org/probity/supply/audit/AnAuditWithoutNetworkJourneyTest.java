package org.probity.supply.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.audit.AnAudit.done;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.casework.Case;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.audit.Audit.Gathering;
import org.probity.supply.audit.Audit.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An audit from the plan of the year to its last closed finding, on a screen of the size of a phone, part of it without network. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Import(AnAudit.class)
class AnAuditWithoutNetworkJourneyTest {
    private static final Look PHONE = new Look("en", ColorScheme.LIGHT, Look.PHONE);

    @LocalServerPort int port;
    @Autowired AnAudit an;
    @Autowired Evidence evidence;
    @Autowired DemoPeople people;
    @Autowired JdbcClient db;

    @Test
    void fromThePlanToTheLastClosing() throws IOException {
        var supplier = an.supplier("glass");
        an.site(supplier);
        people.contact(supplier, "Chen Yu", "chen.yu@glass.example", "zh");
        delivers(supplier);
        var audit = planAndArrange(supplier);
        theTeamDeclaresAndBegins(audit);
        ehsFillsItWithoutNetwork(audit);
        theLeadSettlesWhatDiffersAndReports(audit);
        supplierAndTeamCloseIt(supplier);
        assertThat(an.audits.find(audit).orElseThrow().state()).isEqualTo(State.REPORTED);
        assertThat(an.cases.of(supplier)).singleElement().satisfies(it -> assertThat(it.state()).isEqualTo(Case.State.CLOSED));
    }

    private UUID planAndArrange(UUID supplier) {
        try (var quality = staff("Qin Hao")) {
            quality.go("/app/audits/plan");
            quality.page().getByLabel("Audits the year can bear").fill("3");
            press(quality, "Set it");
            press(quality, "Draw up the plan by points");
            assertThat(quality.page().locator("main").textContent()).contains("One supplier is planned");
            looks(quality, "audit-plan");
            quality.page().locator("main table").first().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Arrange an audit")).first().click();
            quality.page().locator("#site").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            quality.page().locator("#scope").fill("Tempering line and stores");
            quality.page().locator("#fromDay").fill(an.today.toString());
            quality.page().locator("#untilDay").fill(an.today.toString());
            press(quality, "Arrange an audit");
            quality.page().waitForURL("**/app/audits/*-*-*-*-*");
            var audit = an.audits.of(supplier).getFirst().id();
            for (var person : List.of("QUALITY/" + an.quality.account(), "PROCUREMENT/" + an.buyer.account(), "PROCESS/" + an.process.account(), "EHS/" + an.ehs.account())) {
                quality.page().locator("#account").selectOption(person);
                if (person.startsWith("QUALITY")) {
                    quality.page().locator("#lead").check();
                }
                press(quality, "Name");
            }
            looks(quality, "audit-team");
            return audit;
        }
    }

    private void theTeamDeclaresAndBegins(UUID audit) {
        for (var name : List.of("Fang Lei", "Tang Rui", "Ines Moreau", "Qin Hao")) {
            try (var person = staff(name)) {
                person.go("/app/audits/" + audit);
                press(person, "Declare");
                if (name.equals("Qin Hao")) {
                    press(person, "Begin the audit");
                }
            }
        }
        assertThat(an.audits.find(audit).orElseThrow().state()).isEqualTo(State.UNDERWAY);
    }

    private void ehsFillsItWithoutNetwork(UUID audit) throws IOException {
        try (var ehs = staff("Ines Moreau")) {
            var page = ehs.page();
            ehs.go("/app/audits/" + audit + "/checklist");
            page.waitForSelector(".device[data-ready=true]");
            ehs.mustBeAccessible();
            page.context().setOffline(true);
            page.locator("input[name='verdict.S1'][value='FINDING']").check();
            page.locator("[id='severity.S1']").selectOption("PRIORITY");
            page.locator("[id='note.S1']").fill("The exit behind press 4 is chained");
            page.locator("[id='photo.S1']").setInputFiles(new FilePayload("exit.jpg", "image/jpeg", photoWithPlace()));
            page.locator("input[name='verdict.S2'][value='CONFORM']").check();
            page.waitForSelector(".device[data-count='3']");
            assertThat(page.locator(".device").textContent()).contains("3 things are on this device only.");
            ehs.shot("audit-offline");
            page.reload();
            page.waitForSelector(".device[data-count='3']");
            assertThat(page.locator("[id='note.S1']").inputValue()).as("kept over a reload without network").isEqualTo("The exit behind press 4 is chained");
            assertThat(an.answers.photos(audit)).isEmpty();
            var kept = page.evaluate("""
                    () => new Promise(done => { const open = indexedDB.open('probity-audit', 1); open.onsuccess = () => {
                      const all = open.result.transaction('item').objectStore('item').getAll(); all.onsuccess = () => {
                        done(JSON.stringify({ answers: all.result.filter(it => it.kind === 'answer').map(({ id, question, verdict, severity, clause, note, made }) =>
                          ({ id, question, verdict, severity, clause, note, made })) })); open.result.close() } } })
                    """);
            page.context().setOffline(false);
            page.waitForSelector(".device[data-count='0']");
            ehs.shot("audit-sent");
            var once = everything(audit);
            assertThat(once).hasSize(3);
            for (int again = 0; again < 2; again++) {
                var status = page.evaluate("""
                        body => fetch(location.pathname.replace('checklist', 'sync'), { method: 'POST', body, headers: { 'Content-Type': 'application/json',
                          'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]').value } }).then(it => it.status)
                        """, kept);
                assertThat(status).isEqualTo(200);
            }
            assertThat(everything(audit)).as("sent again, the same").isEqualTo(once);
            var photo = evidence.bytes(evidence.find(an.answers.photos(audit).getFirst().evidence()).orElseThrow());
            assertThat(new String(photo, StandardCharsets.ISO_8859_1)).doesNotContain("GPS 31.2");
            aRefusedPhotoIsTakenAwayAndTheRestGoesOn(ehs, audit);
            ehs.wear(new Look("zh", ColorScheme.DARK, Look.PHONE));
            ehs.go("/app/audits/" + audit + "/checklist").shot("audit-checklist");
            ehs.mustFitTheScreen();
            signingOutWipesTheDevice(ehs, audit);
        }
    }

    /** One photo is not taken; the next is, the refused one stays with its reason until whoever made it takes it away. */
    private void aRefusedPhotoIsTakenAwayAndTheRestGoesOn(Browser ehs, UUID audit) throws IOException {
        var page = ehs.refusedAt("/photos").go("/app/audits/" + audit + "/checklist").page();
        page.waitForSelector(".device[data-ready=true]");
        var before = an.answers.photos(audit).size();
        page.route("**/photos", route -> {
            if (route.request().postData() == null || !route.request().postData().contains("\r\nS3\r\n")) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(422).setContentType("application/json").setBody("{\"refused\": \"The picture is not whole.\"}"));
            }
        });
        page.context().setOffline(true);
        for (var question : List.of("S3", "S4")) {
            page.locator("[data-question='" + question + "'] details summary").click();
            page.locator("[id='photo." + question + "']").setInputFiles(new FilePayload(question + ".jpg", "image/jpeg", photoWithPlace()));
        }
        page.waitForSelector(".device[data-count='2']");
        page.context().setOffline(false);
        page.waitForSelector(".device[data-count='1']");
        assertThat(an.answers.photos(audit)).as("the other one went").hasSize(before + 1);
        var kept = page.locator("[data-question='S3'] .kept");
        assertThat(kept.textContent()).contains("A photo was not taken: The picture is not whole.");
        ehs.shot("audit-photo-refused");
        ehs.mustFitTheScreen();
        kept.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".device").getAttribute("data-count")).as("asked first").isEqualTo("1");
        kept.getByRole(AriaRole.BUTTON).click();
        page.waitForSelector(".device[data-count='0']");
        assertThat(kept.textContent()).isEmpty();
        page.unroute("**/photos");
    }

    private void signingOutWipesTheDevice(Browser who, UUID audit) {
        who.page().waitForSelector(".device[data-ready=true]");
        assertThat(who.page().evaluate("() => caches.keys().then(it => it.length)")).isEqualTo(1);
        who.page().locator("details.who summary").click();
        who.page().locator("form[action='/app/sign-out'] button").click();
        who.page().waitForURL(url -> !url.contains("/app/"));
        assertThat(who.page().evaluate("() => caches.keys().then(it => it.length)")).isEqualTo(0);
        assertThat(who.page().evaluate("() => indexedDB.databases().then(it => it.length)")).isEqualTo(0);
    }

    private List<String> everything(UUID audit) {
        return db.sql("""
                SELECT id || question || verdict || note FROM audit.answer WHERE audit = :audit
                 UNION ALL
                SELECT id || question || evidence FROM audit.photo WHERE audit = :audit
                 ORDER BY 1
                """).param("audit", audit).query(String.class).list();
    }

    private void theLeadSettlesWhatDiffersAndReports(UUID id) {
        var audit = an.audits.find(id).orElseThrow();
        for (var question : an.packs.of(audit).questions()) {
            done(an.answers.take(id, an.given(question.code(), Verdict.CONFORM), an.buyer));
        }
        done(an.audits.met(id, Gathering.OPENING, an.today, 9, "", an.quality));
        done(an.audits.met(id, Gathering.CLOSING, an.today, 7, "", an.quality));
        done(an.audits.sampled(id, 12, "night shift", "time records of three months", an.quality));
        try (var lead = staff("Qin Hao")) {
            lead.go("/app/audits/" + id);
            looks(lead, "audit-differing");
            lead.page().locator("label.choice", new Page.LocatorOptions().setHasText("chained")).locator("input").check();
            lead.page().locator("[id='reason.S1']").fill("the photo shows it");
            press(lead, "This one stands");
            press(lead, "Draw up the report");
        }
        for (var name : List.of("Fang Lei", "Tang Rui", "Ines Moreau")) {
            try (var person = staff(name)) {
                person.go("/app/audits/" + id);
                person.page().locator("input[name='word'][value='" + (name.equals("Tang Rui") ? "dissent" : "agree") + "']").check();
                person.page().locator("#words").fill(name.equals("Tang Rui") ? "I hold it for a Major one" : "");
                press(person, "Say it");
            }
        }
        try (var lead = staff("Qin Hao")) {
            lead.go("/app/audits/" + id);
            assertThat(lead.page().locator("main").textContent()).contains("An exit is locked or blocked", "I hold it for a Major one");
            looks(lead, "audit-reported");
            for (var language : List.of("en", "zh")) {
                assertThat(lead.page().request().get("/app/audits/" + id + "/report-" + language + ".pdf").body()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void supplierAndTeamCloseIt(UUID supplier) {
        var action = an.cases.of(supplier).getFirst().id();
        try (var chen = staff("Chen Yu", "/app/portal")) {
            chen.go("/app/portal/casework/" + action);
            looks(chen, "action-plan");
            chen.page().locator("#containment").fill("The chain is off, a guard stands there");
            chen.page().locator("#rootCause").fill("The key was lost and nobody was named for it");
            for (var aim : List.of("corrective", "preventive")) {
                chen.page().locator("#" + aim + "1").fill(aim.equals("corrective") ? "Panic bar on the exit" : "Weekly round with a list");
                chen.page().locator("#" + aim + "1-owner").fill("EHS office");
                chen.page().locator("#" + aim + "1-day").fill(an.today.plusDays(9).toString());
            }
            press(chen, "Send the plan");
        }
        try (var ehs = staff("Ines Moreau")) {
            ehs.go("/app/casework/" + action);
            looks(ehs, "action-judge");
            press(ehs, "Accept the plan");
        }
        try (var chen = staff("Chen Yu", "/app/portal")) {
            chen.go("/app/portal/casework/" + action);
            chen.page().locator("#words").fill("The bar is mounted");
            chen.page().locator("#files").setInputFiles(new FilePayload("bar.jpg", "image/jpeg", new byte[] {1, 2, 3}));
            press(chen, "Report it as done");
        }
        try (var ehs = staff("Ines Moreau")) {
            ehs.go("/app/casework/" + action);
            ehs.page().locator("input[name='method'][value='SITE']").check();
            ehs.page().locator("#visitDay").fill(an.today.toString());
            ehs.page().locator("#seen").fill("The door opens from inside");
            press(ehs, "I have verified it");
            assertThat(ehs.page().locator("main").textContent()).contains("somebody else closes it");
        }
        try (var quality = staff("Qin Hao")) {
            quality.go("/app/casework/" + action);
            press(quality, "Close it as the second person");
            looks(quality, "action-closed");
        }
    }

    /** A phone in both languages, light and dark. */
    private static void looks(Browser who, String name) {
        who.shot(name);
        who.wear(new Look("zh", ColorScheme.DARK, Look.PHONE));
        who.page().reload();
        who.shot(name);
        who.mustFitTheScreen();
        who.wear(PHONE);
        who.page().reload();
    }

    private static void press(Browser who, String name) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    private Browser staff(String name) {
        return staff(name, "/app/suppliers");
    }

    private Browser staff(String name, String where) {
        var browser = Browser.at(port, PHONE).go("/app/sign-in?next=" + where);
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + where);
        return browser;
    }

    private void delivers(UUID supplier) {
        var material = an.suppliers.addMaterial(supplier, "M1", "Sheet", "板");
        var file = evidence.keep("ledger.csv", "text/csv", new byte[] {1}, an.entered.account());
        var amount = new BigDecimal("1000");
        done(an.suppliers.receive("ERP", an.today.getYear(), List.of(new Suppliers.Receipt("GR1", 1, supplier, material, an.today, amount)), 1, amount, file.id(), file.sha256(), an.entered));
    }

    /** As a camera writes it: a picture with the place beside it. */
    private static byte[] photoWithPlace() throws IOException {
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB), "jpg", drawn);
        var jpeg = drawn.toByteArray();
        var words = "Exif\0\0GPS 31.2 N 121.5 E".getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write(0);
        out.write(words.length + 2);
        out.writeBytes(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}

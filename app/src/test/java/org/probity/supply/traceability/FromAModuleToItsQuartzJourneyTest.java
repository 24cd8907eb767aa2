package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.customs.VerifyCustomsCommand;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventWriter;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.screen.ListSource;
import org.probity.supply.screening.WatchLists;
import org.probity.supply.customs.APack;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Place;
import org.probity.trace.plant.Size;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A plant's events come in; a stranger opens a module's card by its QR; an engineer walks its chain; a quartz mine is listed and the modules it touches are found in stock, in
 * transit and sold; coverage falls where an event was wrong, and another heals it; the pack for a container is handed out and holds where nobody of the house is.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class FromAModuleToItsQuartzJourneyTest {
    private static final int SEED = 12;
    private static final int DAYS = 12;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired DemoPeople people;
    @Autowired Suppliers suppliers;
    @Autowired WatchLists lists;
    @Autowired Captures captures;
    @Autowired Coverage coverage;
    @Autowired JdbcClient db;
    @Autowired Items items;
    @TempDir Path folder;

    @Test
    void fromTheSquareOnAModuleToACorrectionThatHeals() throws IOException {
        var mine = CapturingEventsTest.done(suppliers.register(new Suppliers.Registration("S-00701", "Sandrift Minerals", "流沙矿业", "CN", "glass", null, null), people.the(Role.BUYER)));
        CapturingEventsTest.done(lists.open("notices", ListSource.OWN, "Notices of this year", "本年通告", 800, "STOP", people.the(Role.LEGAL)));
        var plant = APlant.in(house, folder, SEED, DAYS, Map.of(Place.SANDRIFT, mine, Place.PALE_COMB, mine));
        assertThat(plant.capture.done().orElseThrow().refused()).isZero();
        coverage.judge(2026);
        var module = plant.uri(Kind.MODULE, 40);

        try (var stranger = Browser.at(port).go(CardsWeb.outside(module))) {
            assertThat(stranger.page().locator("main").textContent()).contains("The way of its silicon").doesNotContain("Sandrift");
            stranger.twoLooks("trace-card");
            stranger.mustBeAccessible();
            assertThat(stranger.page().context().cookies().stream().map(it -> it.name).filter(it -> !it.equals("probity-lang"))).as("the test's own choice of language is the only one").isEmpty();
        }
        try (var engineer = staff("/app/traceability")) {
            engineer.twoLooks("trace-home");
            engineer.page().locator("#item").fill(module.substring(module.lastIndexOf('/') + 1));
            button(engineer.page(), "Find").click();
            engineer.page().waitForURL("**/items/*");
            engineer.twoLooks("trace-item");
            link(engineer.page(), "Step by step").click();
            engineer.page().waitForURL("**/chain");
            byKeyboard(engineer.page());
            engineer.twoLooks("trace-chain");
            engineer.mustBeAccessible();
            link(engineer.page(), "On the map").click();
            engineer.page().waitForURL("**/map");
            engineer.twoLooks("trace-map");
            engineer.go("/app/traceability/items/" + items.find(plant.uri(Kind.ROD, 8)).orElseThrow().number() + "/rod").twoLooks("trace-rod");
            engineer.go("/app/traceability/account?month=2026-09").twoLooks("trace-account");
            engineer.go("/app/traceability/health").twoLooks("trace-health");
        }
        aListNamesTheMine();
        sold(plant.uri(Kind.CONTAINER, 0));
        try (var officer = staff("/app/traceability/affected")) {
            assertThat(officer.page().locator("nav.filters").first().textContent()).contains("in stock", "in transit", "sold");
            officer.twoLooks("trace-affected");
            var file = officer.page().waitForDownload(() -> link(officer.page(), "All serial numbers as CSV").click());
            assertThat(Files.readAllLines(file.path())).hasSizeGreaterThan(100);
            officer.go("/app/traceability/items/" + items.find(module).orElseThrow().number()).twoLooks("trace-touched");
            coverageFallsAndIsHealed(officer);
            aPackForTheContainer(officer, plant.uri(Kind.CONTAINER, 0));
        }
    }

    private void aPackForTheContainer(Browser officer, String container) throws IOException {
        officer.go("/app/traceability/customs").twoLooks("trace-packs");
        officer.page().locator("#title").fill("Entry 231-0001, Port of Houston");
        officer.page().locator("#names").fill(container.substring(container.lastIndexOf('/') + 1));
        button(officer.page(), "Make the pack").click();
        officer.page().waitForURL("**/customs/*-*");
        var address = officer.page().url().replaceAll("[?#].*", "");
        APack.made(house, UUID.fromString(address.substring(address.length() - 36)));
        var path = address.substring(address.indexOf("/app/"));
        officer.go(path).twoLooks("trace-pack");
        officer.mustBeAccessible();
        db.sql("UPDATE access.visit SET confirmed_at = confirmed_at - interval '2 hours', began_at = began_at - interval '2 hours'").update();
        handOut(officer.page());
        officer.page().waitForURL("**/app/confirm?**");
        officer.shot("trace-pack-confirm");
        // Who cannot show it here comes in again.
        try (var again = staff(path)) {
            handOut(again.page());
            again.page().waitForURL("**" + path + "?handout=*");
            again.twoLooks("trace-pack-handed-out");
            var zip = again.page().waitForDownload(() -> link(again.page(), "The pack (ZIP)").click()).path();
            var said = new ByteArrayOutputStream();
            assertThat(VerifyCustomsCommand.run(List.of(zip.toString(), "--lang", "en"), new PrintStream(said, true, StandardCharsets.UTF_8))).as(said.toString(StandardCharsets.UTF_8)).isZero();
            var pdf = again.page().waitForDownload(() -> link(again.page(), "The paper (PDF)").click()).path();
            if (Browser.PICTURES) {
                Files.copy(zip, Path.of("target/screenshots/customs-pack.zip"), StandardCopyOption.REPLACE_EXISTING);
                Files.copy(pdf, Path.of("target/screenshots/customs-pack.pdf"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void handOut(Page page) {
        page.locator("#recipient").fill("Customs, Port of Houston");
        page.locator("#reason").fill("Goods of entry 231-0001 were detained");
        page.locator("form[action$='/handouts'] button").last().click();
    }

    /** Everything is reached with the tabulator and the arrows, and Enter opens it. */
    private static void byKeyboard(Page page) {
        var before = page.locator("a.thing").count();
        page.locator("a.thing.here").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.evaluate("() => document.activeElement.classList.contains('thing') && !document.activeElement.classList.contains('here')")).isEqualTo(true);
        var opened = page.evaluate("() => document.activeElement.id").toString();
        page.keyboard().press("Enter");
        page.waitForURL("**/chain?open=*");
        assertThat(page.locator("a.thing").count()).isGreaterThan(before);
        assertThat(page.evaluate("() => document.activeElement.id")).as("the keyboard goes on where it was").isEqualTo(opened);
    }

    private void aListNamesTheMine() {
        try (var officer = staff("/app/screening/lists")) {
            link(officer.page(), "Notices of this year").first().click();
            officer.page().locator("input[name=file]").setInputFiles(new FilePayload("notices.csv", "text/csv",
                    "id,kind,name,aliases,identifiers,country,detail\nN-1,,Sandrift Minerals,,,CN,Named by notice 1\n".getBytes(StandardCharsets.UTF_8)));
            officer.page().locator("input[name=label]").fill("2026-1");
            button(officer.page(), "Read and show").click();
            officer.page().waitForLoadState();
            button(officer.page(), "Take it and look for everybody").click();
            officer.page().waitForURL("**/app/screening");
            assertThat(officer.page().locator("main").textContent()).contains("Sandrift Minerals");
        }
    }

    /** A reactor's run was reported wrongly: it is declared so, and with it goes what its boxes were made of; the right event brings it back. */
    private void coverageFallsAndIsHealed(Browser officer) throws IOException {
        var wrong = aRun();
        var before = coverage.sum(2026);
        send(wrong.replaceFirst("\"eventTimeZoneOffset\":\"\\+08:00\"", "\"eventTimeZoneOffset\":\"+08:00\",\"errorDeclaration\":{\"declarationTime\":\"2026-10-09T00:00:00Z\",\"reason\":\"incorrect_data\"}"));
        coverage.judge(2026);
        assertThat(before.linked()).as("what divisions leave over is no gap").isEqualTo(before.grams());
        assertThat(coverage.sum(2026).mapped()).isLessThan(before.mapped());
        officer.go("/app/traceability/coverage?year=2026").twoLooks("trace-coverage-fell");
        assertThat(officer.page().locator("main").textContent()).contains("what it was made of");
        send(wrong.replaceFirst("\"eventTime\":\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:)\\d\\d", "\"eventTime\":\"$101"));
        coverage.judge(2026);
        assertThat(coverage.sum(2026).mapped()).isEqualTo(before.mapped());
        officer.go("/app/traceability/coverage?year=2026").twoLooks("trace-coverage-healed");
    }

    /** The document of the event that made the first run of the reactors. */
    private static String aRun() throws IOException {
        var runs = new ArrayList<Event>();
        PlantSample.happenings(Size.small(SEED, PlantSample.FIRST_DAY, DAYS), event -> {
            if (runs.isEmpty() && event instanceof Event.TransformationEvent && event.where().readPoint() != null && event.where().readPoint().id().equals(Place.NORTHLIGHT.uri())) {
                runs.add(event);
            }
        });
        var out = new ByteArrayOutputStream();
        try (var document = EventWriter.capture(out, Instant.parse("2026-10-01T00:00:00Z"), Map.of("trace", PlantSampleEvents.OURS))) {
            document.write(runs.getFirst());
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A customer has one container. */
    private void sold(String container) throws IOException {
        send(AChain.document(java.util.List.of("""
                {"type":"ObjectEvent","eventTime":"2026-10-02T08:00:00.000+08:00","eventTimeZoneOffset":"+08:00","action":"OBSERVE","bizStep":"retail_selling","disposition":"retail_sold",\
                "readPoint":{"id":"urn:site:customer"},"epcList":["%s"]}""".formatted(container))));
    }

    private void send(String document) throws IOException {
        var capture = CapturingEventsTest.done(captures.receive(Form.EPCIS, "correction.json", Files.writeString(folder.resolve("correction.json"), document), Faulty.REFUSE_ALL, APlant.ENGINEER));
        assertThat(captures.faults(capture.id(), 9, 0)).isEmpty();
    }

    private Browser staff(String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + path);
        button(browser.page(), "Zhao Ning").click();
        browser.page().waitForURL("**" + path);
        return browser;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }
}

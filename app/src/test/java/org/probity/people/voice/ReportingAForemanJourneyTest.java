package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A worker with a phone reports a foreman who is himself a handler: he has no key, and another client opens it for another. In the same browser our script meets what others say of age, and organisations of every shape.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class ReportingAForemanJourneyTest {
    private static final Path VECTORS = Path.of("../../shared/data/security/age-cctv/age/testdata");
    private static final Look PHONE = new Look("zh", ColorScheme.DARK, Look.PHONE);
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    private static final String CANARY = "金丝雀-canary-" + UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Passes passes;
    @Autowired KeyDirectory keys;
    @Autowired JdbcClient db;
    @Autowired Log log;

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("refused: " + reasons);
        };
    }

    private Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + path);
        return browser;
    }

    /** A workshop whose head is somebody who reads reports. */
    private UUID workshop(String foreman) {
        var hr = people.the(Role.HR).account();
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), BEGUN, "", hr));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), BEGUN, "", hr));
        var unit = done(organisation.found("HF-W1", Place.Kind.UNIT, site, new Organisation.Details("Workshop 1", "一车间", "", "", "", ""), BEGUN, "", hr));
        var person = done(staff.takeOn(new Staff.Identity("100001", "秦浩", "Qin Hao", foreman), new Staff.Term(Engagement.EMPLOYEE, unit, "Foreman", BEGUN, null), "", hr));
        var who = db.sql("SELECT id FROM directory.person WHERE number = '100001'").query(UUID.class).single();
        done(heads.appoint(unit, who, Place.Rank.HEAD, BEGUN, "", hr));
        done(passes.invite(who, "zh", hr));
        assertThat(person).isNotNull();
        return unit;
    }

    @Test
    void aWorkerReportsAForemanWhoIsHimselfAHandler() throws Exception {
        var readers = new Readers(keys, db, log);
        var unit = workshop("quality@helia.example");
        var lu = readers.entered(Channel.AUDIT, people.at("publisher"));
        var qin = readers.entered(Channel.AUDIT, people.at("quality"));
        String phrase;
        try (var anna = as("Anna Weber", "/app/voice/keys")) {
            anna.page().locator("#channel").selectOption("AUDIT");
            anna.page().locator("#functionEn").fill("Head of audit");
            anna.page().locator("#functionZh").fill("审计负责人");
            anna.page().locator("#make").click();
            anna.page().locator("#phrase").waitFor();
            phrase = anna.page().locator("#phrase").textContent();
            anna.page().locator("#made button").click();
            anna.page().waitForLoadState();
            try (var union = as("Gao Yan", "/app/voice/keys")) {
                union.page().locator("button[name=approve][value=true]").click();
                union.page().waitForLoadState();
            }
            log.settle();
            assertThat(phrase.split(" ")).hasSize(8);

            String receipt;
            try (var worker = Browser.at(port, PHONE).go("/voice?lang=zh")) {
                var page = worker.page();
                page.locator("#to-write").click();
                page.locator("input[name=channel][value=AUDIT]").check();
                page.locator("#about-unit").selectOption(unit.toString());
                page.locator("#about-leads").check();
                var foreman = page.locator("#readers input[value='" + qin.handler() + "']");
                assertThat(foreman.isDisabled()).isTrue();
                assertThat(foreman.isChecked()).as("no key for him").isFalse();
                assertThat(page.locator("#readers input:checked").count()).isEqualTo(2);
                page.locator("#text").fill(CANARY + "\n<img src=x onerror=alert(1)><script>document.title='hurt'</script>");
                worker.shot("voice-write");
                worker.mustBeAccessible();
                page.locator("#send").click();
                page.locator("#sent").waitFor();
                receipt = page.locator("#receipt").textContent();
                worker.shot("voice-receipt");
                assertThat(receipt).hasSize(12);
                assertThat(page.context().cookies().stream().map(it -> it.name)).as("the choice of a language alone, which this test made").containsOnly("probity-lang");
                assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
            }
            var sealed = db.sql("SELECT sealed FROM voice.message").query((row, n) -> row.getBytes(1)).single();
            assertThat(Age.open(sealed, lu.key().identity())).as("another client opens it").hasValueSatisfying(it -> assertThat(it).contains(CANARY));
            assertThat(Age.decrypt(sealed, qin.key().identity())).as("the foreman has no key").isEmpty();
        }
    }

    @Test
    void ourScriptAgreesWithTheGivenVectorsOfAge() throws Exception {
        assumeTrue(Files.isDirectory(VECTORS), "the vectors are not here");
        var tried = 0;
        try (var browser = Browser.at(port).go("/voice/promise"); var files = Files.list(VECTORS)) {
            for (var file : files.sorted().toList()) {
                var bytes = Files.readAllBytes(file);
                var text = new String(bytes, StandardCharsets.ISO_8859_1);
                var end = text.indexOf("\n\n");
                var fields = new HashMap<String, List<String>>();
                text.substring(0, end).lines().map(it -> it.split(": ", 2)).forEach(it -> fields.computeIfAbsent(it[0], _ -> new ArrayList<>()).add(it[1]));
                if (fields.containsKey("armored")) {
                    continue;
                }
                var body = java.util.Arrays.copyOfRange(bytes, end + 2, bytes.length);
                if (fields.containsKey("compressed")) {
                    var out = new ByteArrayOutputStream();
                    new InflaterInputStream(new java.io.ByteArrayInputStream(body)).transferTo(out);
                    body = out.toByteArray();
                }
                var got = browser.page().evaluate("""
                        async ({ file, identities, passphrases }) => {
                          const { Decrypter } = await import('/voice/age.js'), voice = await import('/voice/protocol.js'), age = new Decrypter()
                          identities.forEach(it => age.addIdentity(it))
                          passphrases.forEach(it => age.addPassphrase(it))
                          try { return voice.hex(await voice.sha256(await age.decrypt(voice.unbase64(file)))) } catch { return 'failure' }
                        }""", Map.of("file", Base64.getEncoder().encodeToString(body), "identities", fields.getOrDefault("identity", List.of()), "passphrases", fields.getOrDefault("passphrase", List.of())));
                assertThat(got).as(file.getFileName().toString()).isEqualTo(fields.get("expect").contains("success") ? fields.get("payload").getFirst() : "failure");
                tried++;
            }
        }
        assertThat(tried).isEqualTo(52);
    }

    /** One wrong character of twelve: fifteen of sixteen are seen; and the same receipt in both lists. */
    @Test
    void fifteenOfSixteenSlipsInAReceiptAreCaught() {
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var caught = (Number) browser.page().evaluate("""
                    async () => {
                      const voice = await import('/voice/protocol.js')
                      let caught = 0
                      for (let at = 0; at < 4000; at++) {
                        const entropy = voice.drawReceipt(), zh = [...await voice.words(entropy, true)]
                        if (at < 50 && (voice.hex(await voice.readReceipt(await voice.words(entropy, false))) !== voice.hex(entropy) || voice.hex(await voice.readReceipt(zh.join(''))) !== voice.hex(entropy))) return -1
                        let other = zh[at % 12]
                        while (other === zh[at % 12]) other = [...await voice.words(voice.drawReceipt(), true)][at % 12]
                        zh[at % 12] = other
                        if (!await voice.readReceipt(zh.join(''))) caught++
                      }
                      return caught
                    }""");
            assertThat(caught.intValue()).as("of 4,000; 3,750 are expected, and the spread is some 15").isBetween(3_660, 3_840);
        }
    }

    /** A tree of units with heads, handlers somewhere in it, and somebody it is about: who may read is worked out here by walking from manager to manager. */
    @Test
    void whoeverItIsAboutAndTheirLineGetNoKeyInAnyOrganisation() {
        var random = new Random(20261127);
        try (var browser = Browser.at(port).go("/voice/promise")) {
            for (var batch = 0; batch < 20; batch++) {
                var charts = new ArrayList<Map<String, Object>>();
                var expected = new ArrayList<Set<String>>();
                for (var n = 0; n < 500; n++) {
                    chart(random, charts, expected);
                }
                var given = (List<?>) browser.page().evaluate("""
                        async charts => {
                          const voice = await import('/voice/protocol.js')
                          return charts.map(it => voice.readers(it.channel, it.about, [], it.directory, it.places).handlers.map(one => one.id))
                        }""", charts);
                for (var n = 0; n < charts.size(); n++) {
                    assertThat(((List<?>) given.get(n)).stream().map(Object::toString).filter(expected.get(n)::contains)).as("%s", charts.get(n)).isEmpty();
                }
            }
        }
    }

    private static void chart(Random random, List<Map<String, Object>> charts, List<Set<String>> expected) {
        var size = 2 + random.nextInt(9);
        var parent = new int[size];
        var paths = new ArrayList<List<String>>();
        for (var unit = 0; unit < size; unit++) {
            parent[unit] = unit == 0 ? -1 : random.nextInt(unit);
            var path = new ArrayList<>(unit == 0 ? List.<String>of() : paths.get(parent[unit]));
            path.add("u" + unit);
            paths.add(path);
        }
        var handlers = new ArrayList<Map<String, Object>>();
        var places = new TreeMap<String, Object>();
        var works = new ArrayList<Integer>();
        var leads = new ArrayList<Set<Integer>>();
        for (var h = 0; h < 3 + random.nextInt(8); h++) {
            var unit = random.nextInt(size);
            var led = new TreeSet<Integer>();
            if (random.nextInt(2) == 0) {
                led.add(unit);
            }
            works.add(unit);
            leads.add(led);
            handlers.add(Map.of("id", "h" + h, "channel", List.of("AUDIT", "UNION", "COMMITTEE").get(random.nextInt(3))));
            places.put("h" + h, Map.of("who", h, "unit", "u" + unit, "path", paths.get(unit), "heads", led.stream().map(it -> "u" + it).toList()));
        }
        var accused = random.nextInt(works.size());
        var byName = random.nextBoolean();
        var unit = works.get(accused);
        var leading = leads.get(accused).contains(unit);
        var out = new TreeSet<String>();
        for (var h = 0; h < works.size(); h++) {
            var below = false;
            for (var up = works.get(h); up >= 0; up = parent[up]) {
                below |= leading && up == unit.intValue();
            }
            var above = false;
            for (int up = unit; up >= 0; up = parent[up]) {
                above |= leads.get(h).contains(up);
            }
            if (h == accused && (byName || leading) || above || below) {
                out.add("h" + h);
            }
        }
        var units = new ArrayList<Map<String, Object>>();
        for (var u = 0; u < size; u++) {
            units.add(Map.of("id", "u" + u, "path", paths.get(u), "site", false));
        }
        charts.add(Map.of("channel", List.of("AUDIT", "UNION", "COMMITTEE").get(random.nextInt(3)), "about", byName ? Map.of("handler", "h" + accused) : Map.of("unit", "u" + unit, "leads", leading),
                "directory", Map.of("handlers", handlers), "places", Map.of("units", units, "handlers", places)));
        expected.add(out);
    }
}

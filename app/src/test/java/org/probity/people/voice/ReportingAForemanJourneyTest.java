package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.probity.house.start.TestDatabase;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worker with a phone reports a foreman who is himself a handler: he has no key, and another client opens it for another. In the same browser our script meets what others say of age, and organisations of every shape.
 */
@WholeHouse(properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@ExtendWith(OutputCaptureExtension.class)
@Tag("browser")
class ReportingAForemanJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.DARK, Look.PHONE);
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    private static final String SCRIPT = "<img src=x onerror=alert(1)><script>document.title='hurt'</script>";
    private static final String CANARY = "金丝雀-canary-" + UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Passes passes;
    @Autowired KeyDirectory keys;
    @Autowired Boards boards;
    @Autowired JdbcClient db;
    @Autowired Log log;

    private Desks desks() {
        return new Desks(port, log);
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("refused: " + reasons);
        };
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

    private record Told(String receipt, byte[] sealed) {}

    /** From the phone of a worker: a foreman is out, a picture goes along, and twelve characters are all that is left of it. */
    private Told told(UUID unit, Readers.One foreman) {
        try (var worker = Browser.at(port, PHONE).go("/voice?lang=zh")) {
            var page = worker.page();
            page.locator("#to-write").click();
            assertThat(page.locator("#write").isVisible() && !page.locator("#ways").isVisible()).isTrue();
            page.locator("input[name=channel][value=AUDIT]").check();
            page.locator("#about-unit").selectOption(unit.toString());
            page.locator("#about-leads").check();
            var his = page.locator("#readers input[value='" + foreman.handler() + "']");
            assertThat(his.isDisabled()).isTrue();
            assertThat(his.isChecked()).as("no key for him").isFalse();
            assertThat(page.locator("#readers input:checked").count()).isEqualTo(2);
            page.locator("#text").fill(CANARY + "\n" + SCRIPT);
            page.locator("#image").setInputFiles(new FilePayload("IMG_0077.jpg", "image/jpeg", Photo.withAPlace()));
            worker.shot("voice-write");
            worker.mustBeAccessible();
            page.locator("#send").click();
            page.locator("#sent").waitFor();
            var receipt = page.locator("#receipt").textContent();
            worker.shot("voice-receipt");
            assertThat(receipt).hasSize(12);
            assertThat(page.context().cookies().stream().map(it -> it.name)).as("the choice of a language alone, which this test made").containsOnly("probity-lang");
            assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
            page.locator("#done").click();
            assertThat(page.content()).as("cleared").doesNotContain(receipt, CANARY);
            return new Told(receipt, db.sql("SELECT sealed FROM voice.message").query((row, n) -> row.getBytes(1)).single());
        }
    }

    /** The old words open the old key in the page, and it goes along under new ones. @return the new words */
    private String changesHerKey(Browser anna, String phrase) {
        anna.go("/app/voice/keys");
        var page = anna.page();
        page.locator("#channel").selectOption("AUDIT");
        page.locator("#functionEn").fill("Head of audit");
        page.locator("#functionZh").fill("审计负责人");
        page.locator("#old").fill("none of her words at all");
        page.locator("#make").click();
        page.locator("#wrong").waitFor();
        page.locator("#old").fill(phrase);
        page.locator("#make").click();
        page.locator("#phrase").waitFor();
        var words = page.locator("#phrase").textContent();
        anna.mustBeAccessible().shot("voice-key-changed");
        page.locator("#made button").click();
        page.waitForLoadState();
        var proposal = db.sql("SELECT id FROM decision.proposal WHERE matter = :matter AND open").param("matter", KeyDirectory.ENTER).query(UUID.class).single();
        done(keys.rule(KeyDirectory.ENTER, proposal, Outcome.APPROVED, people.the(Role.UNION)));
        log.settle();
        return words;
    }

    private static void answers(Page page, String step, String outcome, String text) {
        page.locator("#threads select[name=step]").selectOption(step);
        page.locator("#threads select[name=outcome]").selectOption(outcome);
        page.locator("#threads [data-what=answer] textarea").fill(text);
        page.locator("#threads [data-what=answer] button").click();
        page.locator("#threads p").getByText(text).waitFor();
    }

    private Browser back(Look look, String receipt) {
        var worker = Browser.at(port, look).go("/voice?lang=" + look.lang());
        worker.page().locator("#to-back").click();
        worker.page().locator("#words").fill(receipt);
        worker.page().locator("#back button").click();
        return worker;
    }

    @Test
    void aWorkerReportsAForemanWhoIsHimselfAHandler(CapturedOutput output) throws Exception {
        var readers = new Readers(keys, db, log);
        var unit = workshop("quality@helia.example");
        var lu = readers.entered(Channel.AUDIT, people.at("publisher"));
        var qin = readers.entered(Channel.AUDIT, people.at("quality"));
        var gao = desks().withWords(readers, Channel.UNION, people.the(Role.UNION));
        readers.entered(Channel.UNION, Readers.somebody("Bai Lu", Role.UNION));
        var committee = List.of(readers.entered(Channel.COMMITTEE, Readers.somebody("Zhao Min")), readers.entered(Channel.COMMITTEE, Readers.somebody("Ren Yu")));
        try (var anna = desks().as("Anna Weber", "/app/voice/keys")) {
            var phrase = desks().offersAKey(anna);
            var told = told(unit, qin);
            assertThat(Age.decrypt(told.sealed(), qin.key().identity())).as("the foreman has no key").isEmpty();
            var seen = JsonMapper.shared().readTree(Age.open(told.sealed(), lu.key().identity()).orElseThrow());
            assertThat(seen.get("text").asString()).as("another client opens it").contains(CANARY);
            var picture = Base64.getDecoder().decode(seen.get("image").asString());
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(320);
            assertThat(new String(picture, StandardCharsets.ISO_8859_1)).as("neither camera nor place").doesNotContain(Photo.CAMERA, "Exif");

            anna.go("/app/voice");
            anna.page().locator("#phrase").fill("eight words that are none of her own");
            anna.page().locator("#unlock button").first().click();
            anna.page().locator("#wrong").waitFor();
            assertThat(anna.page().locator("#board").isVisible()).isFalse();
            Desks.unlocks(anna, phrase);
            var page = anna.page();
            assertThat(page.locator("#threads article").textContent()).contains(CANARY, SCRIPT).doesNotContain(qin.me().name());
            assertThat(page.locator("#threads img, #threads script").count()).as("a text, whatever it looks like").isZero();
            assertThat(page.locator("#threads canvas").count()).isOne();
            assertThat(page.locator("#threads [data-what=answer]").isVisible()).as("first a case").isFalse();
            anna.mustBeAccessible().shot("voice-desk-report");
            page.locator("[data-what=open]").click();
            page.locator("#threads [data-what=answer]").waitFor();
            assertThat(page.locator("[data-what=open]").isVisible()).isFalse();
            answers(page, "ACKNOWLEDGED", "", "读到了 <b>we have it</b>");
            answers(page, "ANSWERED", "", "We asked, and he was moved.");
            page.locator("#threads summary").click();
            page.locator("[data-what=note] textarea").fill("Interview: he denies it. " + SCRIPT);
            page.locator("[data-what=note] input[type=file]").setInputFiles(new FilePayload("list.txt", "text/plain", CANARY.getBytes(StandardCharsets.UTF_8)));
            page.locator("[data-what=note] button").click();
            page.locator("#threads p").getByText("Interview: he denies it.").waitFor();
            var file = page.waitForDownload(() -> page.locator("#threads a[download]").click());
            assertThat(Files.readString(file.path())).isEqualTo(CANARY);
            var note = db.sql("SELECT sealed FROM voice.note").query((row, n) -> row.getBytes(1)).single();
            assertThat(Age.open(note, lu.key().identity())).hasValueSatisfying(it -> assertThat(it).contains("he denies it"));
            assertThat(Age.open(note, qin.key().identity())).isEmpty();
            anna.mustBeAccessible().shot("voice-desk-answered");

            try (var today = back(new Look("en", ColorScheme.LIGHT, Look.PHONE), told.receipt())) {
                today.page().locator("#thread").waitFor();
                assertThat(today.page().locator("#messages").textContent()).contains(CANARY, SCRIPT, "读到了 <b>we have it</b>", "Head of audit", "in the log from tomorrow");
            }
            boards.aDayBegins(new DayHasBegun(boards.today().plusDays(1)));
            log.settle();
            var slip = (told.receipt().startsWith("的") ? "一" : "的") + told.receipt().substring(1);
            try (var later = back(PHONE, slip)) {
                later.page().locator("#wrong").waitFor();
                later.page().locator("#words").fill((String) later.page().evaluate("async () => { const voice = await import('/voice/protocol.js'); return voice.words(voice.drawReceipt(), true) }"));
                later.page().locator("#back button").click();
                later.page().locator("#wrong").getByText("没有").waitFor();
                later.shot("voice-lost-receipt");
                later.page().locator("#words").fill(told.receipt());
                later.page().locator("#back button").click();
                later.page().locator("#thread").waitFor();
                assertThat(later.page().locator("#messages").textContent()).contains("日志显示", boards.today().toString());
                later.mustBeAccessible().shot("voice-thread");
                var proven = later.page().waitForDownload(() -> later.page().locator("#messages button").first().click());
                var proof = JsonMapper.shared().readTree(Files.readAllBytes(proven.path()));
                assertThat(Base64.getDecoder().decode(proof.get("sealed").asString())).isEqualTo(told.sealed());
                assertThat(proof.get("file_key").asString()).hasSize(32);
                assertThat(proof.get("proof").get("entry").asString()).contains("voice.received");
                later.page().locator("#more").fill("还有一件事。");
                later.page().locator("#on button").first().click();
                later.page().locator("#messages").getByText("还有一件事。").waitFor();
            }
            forged(seen.get("thread").asString(), told.sealed());
            acknowledgedAMonthAgo();
            Desks.unlocks(anna, phrase);
            assertThat(page.locator("#threads article").count()).as("one thread").isOne();
            assertThat(page.locator("#threads article").textContent()).contains("还有一件事。", "Pretended", "may not be from the same person");
            page.locator("#threads select[name=step]").selectOption("ASKED");
            assertThat(page.locator("#threads [data-what=answer] textarea").inputValue()).contains("were you dismissed");
            page.locator("#threads [data-what=answer] button").click();
            page.locator("#threads [data-what=heard]").waitFor();
            anna.mustBeAccessible().shot("voice-desk-asked");
            page.locator("#threads [data-what=heard] select").selectOption("SOME");
            page.locator("#threads [data-what=heard] button").click();
            page.locator("#threads [data-what=heard]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(db.sql("SELECT result FROM voice.heard").query(String.class).list()).containsExactly("SOME");
            page.locator("#threads summary").click();
            page.locator("[data-what=on] select").selectOption("UNION");
            page.locator("[data-what=on] textarea").fill("This is for the union.");
            anna.mustBeAccessible().shot("voice-desk-hand-on");
            page.locator("[data-what=on] button").click();
            page.locator("#unlock").waitFor();
            assertThat(page.locator("main").textContent()).as("no card any more").doesNotContain("V" + boards.today().getYear() + "-");
            var changed = changesHerKey(anna, phrase);
            Desks.unlocks(anna, changed);
            assertThat(page.locator("#threads article").textContent()).as("what was sealed for the old key").contains(CANARY);
            assertThat(page.locator("#threads form").first().isVisible()).isFalse();
            page.locator("#lock").click();
            page.locator("#unlock").waitFor();
            assertThat(page.content()).as("locked").doesNotContain(CANARY);
            var words = othersHaveItNow(told, gao);
            othersAreAskedToLookAgain(told, committee, lu);
            nothingOfItLiesAnywhere(output, words, CANARY, told.receipt(), phrase, "he denies it", "还有一件事。", "This is for the union", "he was moved");
        }
        whatWasWrittenElsewhereComesAlongOnce(lu);
        whatIsLockedWithoutAConnectionIsCarriedByAnother(lu);
        whoeverWritesIsNotGivenAKeyThatTwoPeopleDidNotEnter();
    }

    /** Two files on a stick, a device without a connection, and somebody who brings the locked file. */
    private void whatIsLockedWithoutAConnectionIsCarriedByAnother(Readers.One lu) throws IOException {
        var stick = Files.createTempDirectory("stick-");
        String receipt;
        try (var worker = Browser.at(port, PHONE).go("/voice?lang=zh")) {
            var page = worker.page();
            page.locator("#ways summary").click();
            worker.mustBeAccessible().shot("voice-elsewhere");
            page.waitForDownload(() -> page.locator("a[href*=offline]").click()).saveAs(stick.resolve("page.html"));
            page.waitForDownload(() -> page.locator("a[download='readers.json']").click()).saveAs(stick.resolve("readers.json"));
            page.navigate(stick.resolve("page.html").toUri().toString());
            page.locator("#list").setInputFiles(stick.resolve("readers.json"));
            page.locator("#write").waitFor();
            page.locator("input[name=channel][value=AUDIT]").check();
            page.locator("#text").fill(CANARY + " without a connection");
            worker.mustBeAccessible().shot("voice-offline");
            page.waitForDownload(() -> page.locator("#send").click()).saveAs(stick.resolve("locked.json"));
            page.locator("#sent").waitFor();
            receipt = page.locator("#receipt").textContent();
            worker.shot("voice-offline-locked");
            assertThat(Files.readString(stick.resolve("locked.json"))).doesNotContain(CANARY, receipt);
        }
        try (var another = Browser.at(port).go("/voice?lang=en")) {
            another.page().locator("#ways summary").click();
            another.page().locator("#locked").setInputFiles(stick.resolve("locked.json"));
            another.page().locator("#carry button").click();
            another.page().locator("#carried").getByText("Received.").waitFor();
        }
        assertThat(boards.messages(boards.today()).stream().flatMap(it -> Age.open(it.sealed(), lu.key().identity()).stream())).anyMatch(it -> it.contains("without a connection"));
        try (var worker = back(PHONE, receipt)) {
            worker.page().locator("#messages").getByText("without a connection").waitFor();
        }
    }

    /** Whoever it was handed on to has all that was written, and closes it. */
    private String othersHaveItNow(Told told, String words) {
        try (var gao = desks().as("Gao Yan", "/app/voice")) {
            Desks.unlocks(gao, words);
            var page = gao.page();
            assertThat(page.locator("#threads article").textContent()).contains(CANARY, "As handed on by Anna Weber", "We asked, and he was moved.", "This is for the union.").doesNotContain("he denies it");
            gao.mustBeAccessible().shot("voice-desk-handed-on");
            answers(page, "CLOSED", "NOT_SUBSTANTIATED", "Closed by the union.");
            assertThat(db.sql("SELECT count(*) FROM voice.step WHERE what = 'CLOSED' AND outcome = 'NOT_SUBSTANTIATED'").query(Long.class).single()).isOne();
        }
        return words;
    }

    /** The worker does not agree: neither audit nor the union gets it, and the committee has all of it. */
    private void othersAreAskedToLookAgain(Told told, List<Readers.One> committee, Readers.One before) throws IOException {
        try (var worker = back(PHONE, told.receipt())) {
            var page = worker.page();
            page.locator("#thread").waitFor();
            assertThat(page.locator("#on-readers").textContent()).contains("Gao Yan", "Bai Lu").doesNotContain("Anna Weber");
            page.locator("#again summary").click();
            assertThat(page.locator("#again-readers").textContent()).contains("Zhao Min", "Ren Yu").doesNotContain("Gao Yan", "Anna Weber", "Lu Wen");
            page.locator("#again-text").fill("没有人问过我。");
            worker.mustBeAccessible().shot("voice-again");
            page.locator("#again button").click();
            page.locator("#messages").getByText("没有人问过我。").waitFor();
            assertThat(page.locator("#again").isVisible()).as("once").isFalse();
        }
        var found = boards.messages(boards.today()).stream().filter(it -> Age.open(it.sealed(), committee.getFirst().key().identity()).isPresent()).toList();
        assertThat(found).hasSize(1);
        var appeal = JsonMapper.shared().readTree(Age.open(found.getFirst().sealed(), committee.getLast().key().identity()).orElseThrow());
        assertThat(appeal.get("appeal").toString()).contains(CANARY, "Closed by the union.").doesNotContain("\"image\"");
        assertThat(Age.open(found.getFirst().sealed(), before.key().identity())).isEmpty();
    }

    /** Another handler, who knows the thread's secret, writes in the reporter's name; and whoever has the tables changes a bit of the report and puts it in again. */
    private void forged(String thread, byte[] sealed) {
        var to = db.sql("SELECT recipient FROM voice.handler WHERE function_en = 'Head of audit'").query(String.class).single();
        var forged = "{\"v\":1,\"n\":3,\"thread\":\"" + thread + "\",\"reply\":\"" + Age.key().recipient() + "\",\"to\":[],\"text\":\"Pretended\"}";
        assertThat(boards.post(ReceivingAMessageTest.tag(), Age.seal(forged, Age.SMALL, to))).isInstanceOf(Answer.Done.class);
        var other = sealed.clone();
        other[other.length - 100] ^= 1;
        assertThat(boards.post(ReceivingAMessageTest.tag(), other)).as("what it is nobody can tell here").isInstanceOf(Answer.Done.class);
    }

    private void acknowledgedAMonthAgo() {
        db.sql("UPDATE voice.step SET day = day - 30 WHERE what = 'ACKNOWLEDGED'").update();
    }

    /** Neither in a row, nor in a file of the server, journals and all, nor in what the program said. */
    private void nothingOfItLiesAnywhere(CapturedOutput output, String... secrets) throws IOException {
        for (var table : db.sql("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')").query(String.class).list()) {
            assertThat(db.sql("SELECT count(*) FROM " + table + " AS row WHERE row::text LIKE ANY (:any)").param("any", Arrays.stream(secrets).map(it -> "%" + it + "%").toArray(String[]::new)).query(Long.class).single())
                    .as(table).isZero();
        }
        var wanted = Arrays.stream(secrets).map(it -> new String(it.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)).toList();
        var read = new AtomicLong();
        Files.walkFileTree(TestDatabase.everything(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertThat(wanted.stream().filter(text::contains)).as(file.toString()).isEmpty();
                    read.addAndGet(text.length());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(read.get()).as("the journal was among it").isGreaterThan(16 << 20);
        assertThat(output.getAll()).doesNotContain(secrets);
    }

    /** Somebody takes a post of a board along, in the same tab; a shop steward writes down what somebody said on the phone. */
    private void whatWasWrittenElsewhereComesAlongOnce(Readers.One lu) {
        try (var worker = Browser.at(port).go("/voice/promise")) {
            var page = worker.page();
            page.evaluate("text => sessionStorage.setItem('voice.draft', JSON.stringify({ text, category: 'SAFETY' }))", CANARY + SCRIPT);
            worker.go("/voice");
            page.locator("#write").waitFor();
            assertThat(page.locator("#text").inputValue()).isEqualTo(CANARY + SCRIPT);
            assertThat(page.locator("#category").inputValue()).isEqualTo("SAFETY");
            assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
            page.locator("input[name=channel][value=AUDIT]").check();
            page.locator("#write summary").click();
            page.locator("#via").selectOption("PHONE");
            page.locator("#send").click();
            page.locator("#wrong").getByText("which day").waitFor();
            page.locator("#came").fill(boards.today().toString());
            worker.mustBeAccessible().shot("voice-for-another");
            page.locator("#send").click();
            page.locator("#for-another").waitFor();
            var newest = boards.messages(boards.today()).stream().flatMap(it -> Age.open(it.sealed(), lu.key().identity()).stream()).filter(it -> it.contains("\"via\"")).toList();
            assertThat(newest).singleElement().asString().contains("\"via\":\"PHONE\",\"came\":\"" + boards.today() + "\"");
        }
    }

    /** Put in by whoever has the database: the page does not let anybody write. */
    private void whoeverWritesIsNotGivenAKeyThatTwoPeopleDidNotEnter() {
        var id = UUID.randomUUID();
        db.sql("INSERT INTO voice.handler (id, account, channel, name, function_en, function_zh, recipient, wrapped, offered_on) VALUES (:id, :id, 'AUDIT', 'Lu Wen', 'Audit', '审计', :key, :wrapped, :day)")
                .param("id", id).param("key", Age.key().recipient()).param("wrapped", Readers.wrapped()).param("day", boards.today()).update();
        db.sql("INSERT INTO voice.entered (handler, no) VALUES (:id, 1)").param("id", id).update();
        try (var worker = Browser.at(port, PHONE).go("/voice?lang=zh")) {
            worker.page().locator("#unproven").waitFor();
            assertThat(worker.page().locator("#to-write").isVisible()).isFalse();
            worker.mustBeAccessible().shot("voice-unproven");
        }
    }
}

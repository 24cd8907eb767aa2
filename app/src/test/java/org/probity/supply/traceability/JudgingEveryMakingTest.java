package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Contamination.Word;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A lot that several events made is as good as the worst of them, and whoever may not see all of an answer is not told that it is clean. */
@WholeHouse
class JudgingEveryMakingTest {
    @Autowired Captures captures;
    @Autowired Affected affected;
    @Autowired Chains chains;
    @Autowired Contamination contamination;
    @Autowired Coverage coverage;
    @Autowired AsKnown known;
    @Autowired Effects effects;
    @Autowired Events events;
    @Autowired Fingerprints fingerprints;
    @Autowired Items items;
    @Autowired Clock clock;
    @Autowired MaterialBooks books;
    @Autowired Places places;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    private final AChain it = new AChain();
    private final UUID[] listed = new UUID[1];

    @BeforeEach
    void named() {
        listed[0] = ASupplier.in(db);
        for (var article : List.of("12349 QUARTZ", "12356 METALLURGICAL", "12363 POLYSILICON", "12370 MODULE")) {
            CapturingEventsTest.done(places.call(new Places.Article("https://id.gs1.org/01/095213210" + article.substring(0, 5), article.substring(6), article.substring(6), "物品"), TracingSiliconTest.PROCESS));
        }
        for (var place : List.of(it.mine, it.furnace, it.polySite, it.plant)) {
            CapturingEventsTest.done(places.say(new Places.Said(place, "A place", "场所", place.equals(it.plant) ? Places.Whose.OURS : Places.Whose.OTHER, Optional.empty(), "CN", ""), TracingSiliconTest.PROCESS));
        }
        CapturingEventsTest.done(places.say(new Places.Said(elsewhere(), "Listed", "名单", Places.Whose.SUPPLIER, Optional.of(listed[0]), "XC", ""), TracingSiliconTest.PROCESS));
    }

    private String elsewhere() {
        return it.polySite + "-two";
    }

    private void send(String... told) throws IOException {
        var capture = CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(told))), Faulty.REFUSE_ALL,
                TracingSiliconTest.PROCESS));
        assertThat(captures.faults(capture.id(), 9, 0)).isEmpty();
    }

    private Word word(String uri) {
        return contamination.of(chains.of(items.find(uri).orElseThrow(), Reading.SILICON).orElseThrow()).orElseThrow().word();
    }

    @Test
    void aSecondMakingAtAListedPlaceIsSeenInTheLotAndBelow() throws IOException {
        send(it.quartz(), it.silicon(), AChain.transformation("2026-03-03T08:00:00.000+08:00", it.polySite, it.mg, 800, it.poly, 800, 0), it.rod());
        assertThat(word(it.rod)).isEqualTo(Word.CLEAN);
        AListing.alert(db, listed[0], "OPEN", "2026-02-01T00:00:00Z");
        assertThat(word(it.rod)).as("nothing of it was made there").isEqualTo(Word.CLEAN);
        send(AChain.transformation("2026-03-03T09:00:00.000+08:00", elsewhere(), it.mg, 200, it.poly, 150, 0));
        assertThat(word(it.poly)).isEqualTo(Word.TOUCHED);
        assertThat(word(it.rod)).isEqualTo(Word.TOUCHED);
        assertThat(books.ask(Reading.SILICON, shelf -> shelf.book.made(items.find(it.poly).orElseThrow().number())).orElseThrow()).as("what came out by both, not what went in").isEqualTo(950_000);
        assertThat(affected.ask(new Affected.Question(Affected.By.LISTS, ""), Reading.SILICON).orElseThrow().touched()).contains(items.find(it.rod).orElseThrow().number());
        var rod = "/app/traceability/items/" + items.find(it.rod).orElseThrow().number();
        assertThat(browser.get().uri(rod).with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains("A way touches", "Listed");
        assertThat(browser.get().uri(rod).with(As.a(Role.EHS)).exchange()).as("alerts are of those who work with them").hasStatusOk().bodyText().contains("Alerts are not in this answer")
                .doesNotContain(">a list alerts", "A way touches");
        assertThat(browser.get().uri("/app/traceability/affected").with(As.a(Role.PROCESS)).exchange()).hasStatusOk().bodyText().contains("Ask counsel").doesNotContain(it.rod);
        coverage.judge(2026);
        assertThat(db.sql("SELECT gap FROM traceability.judged_at(2026, 'infinity') AS judged WHERE item = :item").param("item", items.find(it.poly).orElseThrow().number()).query(String.class).single())
                .isEqualTo("NO_DOCUMENT");
    }

    @Test
    void aLotThatNobodyMadeIsAsHeavyAsWhatIsUsedOfIt() throws IOException {
        send(it.rod(), it.rod().replace(it.rod, it.rod + "b").replace("2026-03-04", "2026-03-06"), it.rod().replace(it.rod, it.rod + "c").replace("2026-03-04", "2026-03-05"));
        assertThat(books.ask(Reading.SILICON, shelf -> shelf.book.made(items.find(it.poly).orElseThrow().number())).orElseThrow()).isEqualTo(1_500_000);
        assertThat(books.contradictions().getOrDefault(Reading.SILICON, List.of())).noneMatch(one -> one.item() == items.find(it.poly).orElseThrow().number());
        assertThat(word(it.rod + "b")).isEqualTo(Word.UNKNOWN);
    }

    @Test
    void coverageFallsSaysWhyAndIsHealed() throws IOException {
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
        coverage.judge(2026);
        assertThat(judged()).isEqualTo("500000 NO_DOCUMENT");
        var wrong = it.silicon();
        send(wrong.replace("\"eventTimeZoneOffset\":\"+08:00\",", "\"eventTimeZoneOffset\":\"+08:00\",\"errorDeclaration\":{\"declarationTime\":\"2026-03-09T00:00:00Z\",\"reason\":\"incorrect_data\"},"));
        coverage.judge(2026);
        assertThat(judged()).as("nothing says any more what the silicon was made of").isEqualTo("0 NOT_TRACED");
        assertThat(word(it.rod)).isEqualTo(Word.UNKNOWN);
        send(wrong.replace("2026-03-02T08", "2026-03-02T10"));
        coverage.judge(2026);
        assertThat(judged()).isEqualTo("500000 NO_DOCUMENT");
        assertThat(word(it.rod)).isEqualTo(Word.CLEAN);
        assertThat(db.sql("SELECT count(DISTINCT judgement) FROM traceability.judged WHERE item = :item").param("item", items.find(it.poly).orElseThrow().number()).query(Long.class).single())
                .as("what stood on each of the days can be asked").isEqualTo(3);
    }

    @Test
    void whatWasKnownStaysWhatItWas() throws IOException {
        send(it.quartz(), it.silicon(), AChain.transformation("2026-03-03T08:00:00.000+08:00", elsewhere(), it.mg, 1_000, it.poly, 1_000, 0), it.rod(),
                "{\"type\":\"ObjectEvent\",\"eventTime\":\"2026-03-06T08:00:00.000+08:00\",\"eventTimeZoneOffset\":\"+08:00\",\"action\":\"OBSERVE\",\"bizStep\":\"shipping\",\"epcList\":[\"" + it.rod + "\"]}");
        var rod = items.find(it.rod).orElseThrow();
        assertThat(known.shipped(rod).orElseThrow().toInstant()).isEqualTo("2026-03-06T00:00:00Z");
        var before = clock.instant();
        assertThat(known.then(rod, Reading.SILICON, before.plusSeconds(1)).orElseThrow().word()).isEqualTo(Word.CLEAN);
        var at = clock.instant().plusSeconds(5);
        var list = AListing.alert(db, listed[0], "OPEN", at.toString());
        assertThat(known.then(rod, Reading.SILICON, at.minusMillis(1)).orElseThrow().word()).as("as it was known before the list").isEqualTo(Word.CLEAN);
        assertThat(known.then(rod, Reading.SILICON, at).orElseThrow().word()).isEqualTo(Word.TOUCHED);
        assertThat(known.then(rod, Reading.SILICON, Instant.parse("2026-01-01T00:00:00Z")).orElseThrow().word()).as("of what was not known nobody says that it is clean").isEqualTo(Word.UNKNOWN);
        assertThat(word(it.rod)).isEqualTo(Word.TOUCHED);
        assertThat(known.by(rod, Reading.SILICON, version(list, 1)).orElseThrow().word()).as("its entry came with the second version").isEqualTo(Word.CLEAN);
        assertThat(known.by(rod, Reading.SILICON, version(list, 2)).orElseThrow().word()).isEqualTo(Word.TOUCHED);
        assertThat(browser.get().uri("/app/traceability/items/" + rod.number() + "/known").with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains("When it was shipped");
        assertThat(browser.get().uri("/app/traceability/items/" + rod.number() + "/known?day=soon").with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains("2026-12-31");
        assertThat(browser.get().uri("/app/traceability/items/" + rod.number() + "/known").with(As.a(Role.PROCESS)).exchange()).as("alerts are in it").hasStatus(403);
    }

    private static AsKnown.Version version(UUID list, int no) {
        return new AsKnown.Version(list, "t", "Our list", "自有名单", no, "v" + no, LocalDate.of(2026, 3, 1));
    }

    @Test
    void whatAnEventChangedIsAList() throws IOException {
        send(it.quartz(), it.poly(), it.rod());
        coverage.judge(2026);
        send(it.silicon());
        coverage.judge(2026);
        var silicon = events.page(CapturingEventsTest.done(EventQuery.of(Map.of("MATCH_outputEPC", List.of(it.mg)))), 1, 0).getFirst();
        assertThat(effects.late(silicon)).isTrue();
        var found = effects.of(silicon).orElseThrow();
        assertThat(found.items()).contains(items.find(it.mg).orElseThrow().number(), items.find(it.poly).orElseThrow().number(), items.find(it.rod).orElseThrow().number());
        assertThat(found.modules()).isEqualTo(1);
        assertThat(effects.judged(found, silicon.recordedAt().atOffset(ZoneOffset.UTC))).anySatisfy(one -> {
            assertThat(one.uri()).isEqualTo(it.poly);
            assertThat(one.after()).isEqualTo(500_000);
        });
        var page = "/app/traceability/events/" + silicon.id() + "/effects";
        assertThat(browser.get().uri(page).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains("It came after things that happened later", it.rod);
        assertThat(browser.get().uri(page + "?format=csv").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.rod);
    }

    @Test
    void modulesOfTheSameSitesShareAFingerprint() throws IOException {
        send(it.quartz(), it.silicon(), it.poly(), it.rod(), it.rod().replace(it.rod, it.rod + "b").replace("2026-03-04", "2026-03-05"));
        var rod = items.find(it.rod).orElseThrow().number();
        var group = fingerprints.modules(Reading.SILICON).orElseThrow().stream().filter(one -> one.sample() == rod).findFirst().orElseThrow();
        assertThat(group.modules()).isEqualTo(2);
        assertThat(group.whole()).isTrue();
        assertThat(group.stages()).extracting(Fingerprints.Stage::tier).containsExactly(Tier.QUARTZ, Tier.METALLURGICAL, Tier.POLYSILICON, Tier.MODULE);
        assertThat(Fingerprints.fingerprint(group.stages().subList(1, 4))).isNotEqualTo(group.fingerprint());
        assertThat(browser.get().uri("/app/traceability/alike").with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains(group.fingerprint().substring(0, 16), "Known to quartz");
    }

    private String judged() {
        return db.sql("SELECT concat_ws(' ', linked, gap) FROM traceability.judged_at(2026, 'infinity') AS judged WHERE item = :item").param("item", items.find(it.poly).orElseThrow().number())
                .query(String.class).single();
    }
}

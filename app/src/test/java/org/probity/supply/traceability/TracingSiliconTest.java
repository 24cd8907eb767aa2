package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class TracingSiliconTest {
    static final Me PROCESS = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS), Optional.empty());

    @Autowired Captures captures;
    @Autowired Affected affected;
    @Autowired Chains chains;
    @Autowired Contamination contamination;
    @Autowired Coverage coverage;
    @Autowired Documents documents;
    @Autowired Events events;
    @Autowired Items items;
    @Autowired MaterialBooks books;
    @Autowired Places places;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    @BeforeEach
    void articles() {
        call("https://id.gs1.org/01/09521321012349", Tier.QUARTZ);
        call("https://id.gs1.org/01/09521321012356", Tier.METALLURGICAL);
        call("https://id.gs1.org/01/09521321012363", Tier.POLYSILICON);
        call("https://id.gs1.org/01/09521321012370", Tier.MODULE);
    }

    void call(String article, Tier tier) {
        CapturingEventsTest.done(places.call(new Places.Article(article, tier.name(), tier.name(), "物品"), PROCESS));
    }

    void send(String... told) throws IOException {
        var capture = CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(told))), Faulty.REFUSE_ALL,
                PROCESS));
        assertThat(captures.faults(capture.id(), 9, 0)).isEmpty();
    }

    void name(String place, Places.Whose whose) {
        CapturingEventsTest.done(places.say(new Places.Said(place, "A place", "场所", whose, Optional.empty(), "CN", ""), PROCESS));
    }

    Items.Item item(String uri) {
        return items.find(uri).orElseThrow();
    }

    Chains.Chain chain(String uri) {
        return chains.of(item(uri), Reading.SILICON).orElseThrow();
    }

    @Test
    void aRodLeadsToItsQuartzAndTheQuartzToTheRod() throws IOException {
        var it = new AChain();
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
        var rod = chain(it.rod);
        assertThat(items.uris(java.util.Arrays.stream(rod.upstream()).boxed().toList())).containsExactlyInAnyOrder(it.quartz, it.mg, it.poly);
        assertThat(rod.origins()).singleElement().satisfies(share -> {
            assertThat(share.item().uri()).isEqualTo(it.quartz);
            assertThat(share.share().fraction()).isEqualByComparingTo(BigDecimal.ONE);
        });
        assertThat(rod.made()).as("500 kg less 20 kg of scrap").isEqualTo(480_000);
        assertThat(items.uris(java.util.Arrays.stream(chain(it.quartz).downstream()).boxed().toList())).containsExactlyInAnyOrder(it.mg, it.poly, it.rod);
        assertThat(browser.get().uri("/app/traceability/items/" + item(it.rod).number()).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains("Where it comes from", "100.00");
        assertThat(browser.get().uri("/app/traceability/items/" + item(it.rod).number() + "?way=up&format=csv").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.quartz);
        assertThat(browser.get().uri("/app/traceability/items?item=" + it.rod).with(As.a(Role.ASSURER)).exchange()).hasStatus(302);
    }

    @Test
    void whatComesLateIsEnteredWhereItHappened() throws IOException {
        var it = new AChain();
        send(it.rod());
        assertThat(chain(it.rod).origins()).singleElement().satisfies(share -> assertThat(share.item().uri()).isEqualTo(it.poly));
        send(it.silicon(), it.quartz());
        send(it.poly());
        assertThat(chain(it.rod).origins()).singleElement().satisfies(share -> assertThat(share.item().uri()).isEqualTo(it.quartz));
        var grown = chain(it.rod);
        books.rebuild();
        assertThat(chain(it.rod)).usingRecursiveComparison().isEqualTo(grown);
    }

    @Test
    void anEventThatWasDeclaredWrongCountsNoMoreAndAnotherHealsIt() throws IOException {
        var it = new AChain();
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
        var wrong = it.poly();
        send(wrong.replace("\"eventTimeZoneOffset\":\"+08:00\",", "\"eventTimeZoneOffset\":\"+08:00\",\"errorDeclaration\":{\"declarationTime\":\"2026-03-09T00:00:00Z\",\"reason\":\"incorrect_data\"},"));
        assertThat(chain(it.rod).origins()).singleElement().satisfies(share -> assertThat(share.item().uri()).isEqualTo(it.poly));
        assertThat(items.uris(java.util.Arrays.stream(chain(it.rod).upstream()).boxed().toList())).containsExactly(it.poly);
        send(wrong.replace("2026-03-03T08", "2026-03-03T09"));
        assertThat(chain(it.rod).origins()).singleElement().satisfies(share -> assertThat(share.item().uri()).isEqualTo(it.quartz));
        var declared = events.page(CapturingEventsTest.done(EventQuery.of(java.util.Map.of("EXISTS_errorDeclaration", List.of("true"), "MATCH_outputEPC", List.of(it.poly)))), 9, 0);
        assertThat(declared).singleElement().satisfies(event -> assertThat(event.event().particulars().error()).extracting(org.probity.formats.epcis.ErrorDeclaration::declared)
                .isEqualTo(java.time.Instant.parse("2026-03-09T00:00:00Z")));
    }

    @Test
    void whatIsInAPackIsAsFarTracedAsItWas() throws IOException {
        var it = new AChain();
        var pack = "urn:pack:" + it.mg.substring(it.mg.lastIndexOf('/') + 1);
        var packed = """
                {"type":"AggregationEvent","eventTime":"2026-03-02T09:00:00.000+08:00","eventTimeZoneOffset":"+08:00","action":"ADD","bizStep":"packing","readPoint":{"id":"%s"},"parentID":"%s",\
                "childQuantityList":[{"epcClass":"%s"}]}""".formatted(it.furnace, pack, it.mg);
        send(it.quartz(), it.silicon(), packed, it.poly().replace("{\"epcClass\":\"" + it.mg + "\",\"quantity\":1000,\"uom\":\"KGM\"}", "{\"epcClass\":\"" + pack + "\",\"quantity\":1000,\"uom\":\"KGM\"}"), it.rod());
        for (var place : List.of(it.plant, it.mine, it.furnace, it.polySite)) {
            name(place, place.equals(it.plant) ? Places.Whose.OURS : Places.Whose.OTHER);
        }
        coverage.judge(2026);
        assertThat(judged(it.poly)).startsWith("500000 500000 ");
    }

    @Test
    void coverageFallsWithWhatIsNotKnown() throws IOException {
        var it = new AChain();
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
        name(it.plant, Places.Whose.OURS);
        coverage.judge(2026);
        assertThat(judged(it.poly)).as("nobody says who and where").isEqualTo("500000 0 0 0 0 NO_PLACE");
        name(it.mine, Places.Whose.OTHER);
        name(it.furnace, Places.Whose.OTHER);
        name(it.polySite, Places.Whose.OTHER);
        coverage.judge(2026);
        assertThat(judged(it.poly)).isEqualTo("500000 500000 500000 0 0 NO_DOCUMENT");
        var value = figures.live(figures.find("trace-silicon").orElseThrow(), 2026);
        var subject = db.sql("SELECT md5('traceability.item ' || :item)::uuid").param("item", item(it.poly).number()).query(UUID.class).single();
        var row = value.rows().stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
        assertThat(row.input("kilograms")).isEqualByComparingTo("500");
        assertThat(row.input("linked")).isEqualByComparingTo("500");
        assertThat(row.input("documented")).isEqualByComparingTo("0");
        assertThat(row.evidence()).hasSize(1);
        assertThat(browser.get().uri("/app/traceability/lots/" + subject).with(As.a(Role.ASSURER)).exchange()).hasStatus(302).hasRedirectedUrl("/app/traceability/items/" + item(it.poly).number());
        var stated = value.control().stated();
        CapturingEventsTest.done(places.state(it.plant, "2026-03", "500", "Charge report 3", PROCESS));
        assertThat(figures.live(figures.find("trace-silicon").orElseThrow(), 2026).control().stated()).isEqualByComparingTo(stated.add(new BigDecimal("500")));
        var half = new AChain();
        var mixed = half.poly().replace("\"inputQuantityList\":[", "\"inputQuantityList\":[{\"epcClass\":\"" + half.mg + "x\",\"quantity\":1000,\"uom\":\"KGM\"},");
        send(half.quartz(), half.silicon(), mixed, half.rod());
        for (var place : List.of(half.plant, half.mine, half.furnace, half.polySite)) {
            name(place, place.equals(half.plant) ? Places.Whose.OURS : Places.Whose.OTHER);
        }
        coverage.judge(2026);
        assertThat(judged(half.poly)).as("half of what it was made of is not traced").isEqualTo("500000 250000 250000 0 0 NOT_TRACED");
        var light = new AChain();
        send(light.quartz(), light.silicon(), light.poly().replace("\"inputQuantityList\":[", "\"inputQuantityList\":[{\"epcClass\":\"" + light.mg + "x\"},"), light.rod());
        for (var place : List.of(light.plant, light.mine, light.furnace, light.polySite)) {
            name(place, place.equals(light.plant) ? Places.Whose.OURS : Places.Whose.OTHER);
        }
        var heavy = new AChain();
        send(heavy.quartz(), heavy.silicon(), heavy.poly().replaceFirst("\"inputQuantityList\":\\[\\{(\"epcClass\":\"[^\"]*\"),\"quantity\":\\d+", "\"inputQuantityList\":[{$1,\"quantity\":250"), heavy.rod());
        for (var place : List.of(heavy.plant, heavy.mine, heavy.furnace, heavy.polySite)) {
            name(place, place.equals(heavy.plant) ? Places.Whose.OURS : Places.Whose.OTHER);
        }
        coverage.judge(2026);
        assertThat(judged(light.poly)).as("what nobody weighed may be all of it").isEqualTo("500000 0 0 0 0 NOT_TRACED");
        assertThat(judged(heavy.poly)).as("more came out than went in").endsWith("NOT_TRACED").doesNotStartWith("500000 500000");
        assertThat(browser.get().uri("/app/traceability/coverage?year=2026").with(As.a(Role.REVIEWER)).exchange()).hasStatusOk().bodyText().contains("what it was made of");
        var before = db.sql("SELECT count(*) FROM traceability.judgement").query(Long.class).single();
        coverage.judge(2026);
        assertThat(db.sql("SELECT count(*) FROM traceability.judgement").query(Long.class).single()).as("nothing changed, nothing is written").isEqualTo(before);
    }

    @Test
    void aDocumentRaisesAGrade() throws IOException {
        var it = new AChain();
        var quartz = it.quartz().replace("\"readPoint\"", "\"bizTransactionList\":[{\"type\":\"bol\",\"bizTransaction\":\"urn:bol:" + it.poly.hashCode() + "\"}],\"readPoint\"");
        var all = "\"bizTransactionList\":[{\"type\":\"bol\",\"bizTransaction\":\"urn:bol:" + it.poly.hashCode() + "\"}],\"readPoint\"";
        send(quartz, it.silicon().replace("\"readPoint\"", all), it.poly().replace("\"readPoint\"", all), it.rod());
        for (var place : List.of(it.plant, it.mine, it.furnace, it.polySite)) {
            name(place, place.equals(it.plant) ? Places.Whose.OURS : Places.Whose.OTHER);
        }
        var counsel = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
        var uri = "urn:bol:" + it.poly.hashCode();
        var event = events.page(CapturingEventsTest.done(EventQuery.of(java.util.Map.of("MATCH_outputEPC", List.of(it.poly)))), 1, 0).getFirst();
        assertThat(CapturingEventsTest.key(documents.bring(event.id(), uri, "bol.pdf", new byte[] {1}, counsel))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(documents.bring(event.id(), "urn:bol:none", "bol.pdf", new byte[] {1}, PROCESS))).isEqualTo("traceability.document-unknown");
        assertThat(CapturingEventsTest.key(documents.bring(event.id(), uri, "bol.pdf", new byte[0], PROCESS))).isEqualTo("traceability.file-missing");
        assertThat(CapturingEventsTest.key(documents.bring(event.id(), uri, "bol.pdf", new byte[Documents.FILE_BYTES_MAX + 1], PROCESS))).isEqualTo("traceability.file-too-big");
        assertThat(browser.post().multipart().uri("/app/traceability/events/" + event.id() + "/documents").file(new org.springframework.mock.web.MockMultipartFile("file", "bol.pdf", "application/pdf",
                UUID.randomUUID().toString().getBytes())).param("document", uri).with(As.me(PROCESS)).exchange()).hasStatus(303);
        var file = events.documents(event.id()).getFirst().evidence();
        assertThat(browser.get().uri("/app/traceability/events/" + event.id() + "/documents/" + file).with(As.a(Role.ASSURER)).exchange()).hasStatusOk();
        assertThat(browser.post().multipart().uri("/app/traceability/events/" + event.id() + "/documents").param("document", uri).with(As.me(PROCESS)).exchange()).hasStatus(422);
        coverage.judge(2026);
        assertThat(judged(it.poly)).as("the quartz shares no lot with what the file was brought to").isEqualTo("500000 500000 500000 0 0 NO_DOCUMENT");
        var mined = events.page(CapturingEventsTest.done(EventQuery.of(java.util.Map.of("MATCH_epcClass", List.of(it.quartz)))), 1, 0).getFirst();
        CapturingEventsTest.done(documents.bring(mined.id(), uri, "mined.pdf", uri.getBytes(), PROCESS));
        coverage.judge(2026);
        assertThat(judged(it.poly)).isEqualTo("500000 500000 500000 500000 500000 NONE");
    }

    @Test
    void allModulesAreAskedAtOnce() throws IOException {
        var it = new AChain();
        var other = new AChain();
        send(it.quartz(), it.silicon(), it.poly(), it.rod(), other.quartz(), other.silicon(), other.poly(), other.rod());
        for (var chain : List.of(it, other)) {
            for (var place : List.of(chain.plant, chain.mine, chain.furnace, chain.polySite)) {
                name(place, Places.Whose.OTHER);
            }
        }
        var supplier = ASupplier.in(db);
        CapturingEventsTest.done(places.say(new Places.Said(it.furnace, "Furnace", "炉", Places.Whose.SUPPLIER, Optional.of(supplier), "XB", "Q1"), PROCESS));
        var number = db.sql("SELECT number FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
        var question = new Affected.Question(Affected.By.SUPPLIER, number);
        var found = affected.ask(question, Reading.SILICON).orElseThrow();
        assertThat(found.touched()).containsExactly(item(it.rod).number());
        assertThat(found.clean()).isPositive();
        assertThat(found.touched().length + found.unknown() + found.clean()).isEqualTo(found.modules());
        assertThat(affected.lines(question, Reading.SILICON, found, 9, 0)).singleElement().satisfies(line -> assertThat(line.share().fraction()).isEqualByComparingTo(BigDecimal.ONE));
        assertThat(affected.ask(new Affected.Question(Affected.By.REGION, "XB-Q1"), Reading.SILICON).orElseThrow().touched()).contains(item(it.rod).number());
        assertThat(browser.get().uri("/app/traceability/affected?by=SUPPLIER&value=" + number).with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains("100.00");
        assertThat(browser.get().uri("/app/traceability/affected?by=SUPPLIER&format=csv&value=" + number).with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains(it.rod);
        assertThat(browser.get().uri("/app/traceability/affected?by=COUNTRY&value=China").with(As.a(Role.LEGAL)).exchange()).hasStatusOk().bodyText().contains("two letters of the country");
        assertThat(browser.get().uri("/app/traceability/affected").with(As.a(Role.LEGAL)).exchange()).hasStatusOk();
    }

    String judged(String uri) {
        return db.sql("SELECT concat_ws(' ', grams, mapped, linked, documented, reconciled, gap) FROM traceability.judged_at(2026, 'infinity') AS judged WHERE item = :item").param("item", item(uri).number())
                .query(String.class).single();
    }

    @Test
    void whatNobodyKnowsIsNeverClean() throws IOException {
        var it = new AChain();
        send(it.poly(), it.rod());
        assertThat(contamination.of(chain(it.rod)).orElseThrow().word()).isEqualTo(Contamination.Word.UNKNOWN);
        send(it.quartz(), it.silicon());
        assertThat(contamination.of(chain(it.rod)).orElseThrow().word()).as("places are not named").isEqualTo(Contamination.Word.UNKNOWN);
        for (var place : List.of(it.plant, it.mine, it.furnace, it.polySite)) {
            name(place, Places.Whose.OTHER);
        }
        assertThat(contamination.of(chain(it.rod)).orElseThrow().word()).isEqualTo(Contamination.Word.CLEAN);
    }

    @Test
    void whatIsSaidOfPlacesAndArticles() {
        var counsel = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
        assertThat(CapturingEventsTest.key(places.say(said("urn:x:1", "A", "场", "CN", ""), counsel))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(places.say(said("nowhere", "A", "场", "CN", ""), PROCESS))).isEqualTo("traceability.uri-missing");
        assertThat(CapturingEventsTest.key(places.say(said("urn:x:1", " ", "场", "CN", ""), PROCESS))).isEqualTo("traceability.names-missing");
        assertThat(CapturingEventsTest.key(places.say(said("urn:x:1", "A".repeat(301), "场", "CN", ""), PROCESS))).isEqualTo("traceability.words-long");
        assertThat(CapturingEventsTest.key(places.say(said("urn:x:1", "A", "场", "China", ""), PROCESS))).isEqualTo("traceability.country-wrong");
        assertThat(CapturingEventsTest.key(places.say(said("urn:x:1", "A", "场", "CN", "west"), PROCESS))).isEqualTo("traceability.region-wrong");
        assertThat(CapturingEventsTest.key(places.say(new Places.Said("urn:x:1", "A", "场", Places.Whose.SUPPLIER, Optional.empty(), "CN", ""), PROCESS))).isEqualTo("traceability.supplier-missing");
        assertThat(CapturingEventsTest.key(places.say(new Places.Said("urn:x:1", "A", "场", Places.Whose.SUPPLIER, Optional.of(UUID.randomUUID()), "CN", ""), PROCESS)))
                .isEqualTo("traceability.supplier-unknown");
        assertThat(CapturingEventsTest.key(places.call(new Places.Article("urn:x:1", "GOLD", "A", "物"), PROCESS))).isEqualTo("traceability.tier-missing");
        assertThat(CapturingEventsTest.key(places.call(new Places.Article("urn:x:1", "ROD", "A", "物"), counsel))).isEqualTo("traceability.not-yours");
        name("urn:x:ours", Places.Whose.OURS);
        assertThat(CapturingEventsTest.key(places.state("urn:x:ours", "2026-03", "1", "x", counsel))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(places.state("urn:x:none", "2026-03", "1", "x", PROCESS))).isEqualTo("traceability.site-missing");
        assertThat(CapturingEventsTest.key(places.state("urn:x:ours", "March", "1", "x", PROCESS))).isEqualTo("traceability.month-wrong");
        assertThat(CapturingEventsTest.key(places.state("urn:x:ours", "2026-03", "1.0001", "x", PROCESS))).isEqualTo("traceability.kilograms-wrong");
        assertThat(CapturingEventsTest.key(places.state("urn:x:ours", "2026-03", "1", " ", PROCESS))).isEqualTo("traceability.source-missing");
        assertThat(CapturingEventsTest.key(places.state("urn:x:ours", "2026-03", "1", "x".repeat(301), PROCESS))).isEqualTo("traceability.words-long");
        assertThat(browser.post().uri("/app/traceability/places").with(As.me(PROCESS)).param("uri", "urn:x:2").exchange()).hasStatus(422).bodyText().contains("Choose whose it is");
        assertThat(browser.post().uri("/app/traceability/articles").with(As.me(PROCESS)).param("article", "urn:x:2").exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/traceability/coverage").with(As.me(PROCESS)).param("month", "?").exchange()).hasStatus(422);
        assertThat(browser.get().uri("/app/traceability/places").with(As.me(PROCESS)).exchange()).hasStatusOk();
        assertThatThrownBy(() -> db.sql("INSERT INTO traceability.place SELECT uri, 99, name_en, name_zh, 'SUPPLIER', NULL, country, region, said_by, said_at, record FROM traceability.place LIMIT 1").update())
                .hasMessageContaining("place_of_a_supplier");
    }

    static Places.Said said(String uri, String en, String zh, String country, String region) {
        return new Places.Said(uri, en, zh, Places.Whose.OTHER, Optional.empty(), country, region);
    }

    @Test
    void eventsAreAskedForAsTheStandardHasIt() throws Exception {
        var it = new AChain();
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
        var first = browser.get().uri("/api/traceability/events?MATCH_anyEPC={item}&orderDirection=ASC&perPage=1", it.mg).with(As.a(Role.ASSURER)).exchange();
        assertThat(first).hasStatusOk().bodyText().contains(it.quartz).doesNotContain(it.poly);
        var next = first.getResponse().getHeader("Link").replaceAll("^<|>.*$", "");
        assertThat(browser.get().uri(java.net.URI.create(next)).with(As.a(Role.ASSURER)).exchange()).bodyText().as(next).contains(it.poly).doesNotContain(it.quartz);
        assertThat(browser.get().uri("/api/traceability/events?EQ_bizStep=commissioning&eventType=ObjectEvent&MATCH_epcClass={item}&GE_eventTime=2026-03-01T00:00:00Z&LT_eventTime=2026-03-02T00:00:00Z", it.quartz)
                .with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.mine);
        assertThat(browser.get().uri("/api/traceability/events?WD_readPoint=x").with(As.a(Role.ASSURER)).exchange()).as("not known").hasStatus(400).bodyText().contains("traceability.query-unknown");
        assertThat(browser.get().uri("/api/traceability/events?GE_eventTime=soon").with(As.a(Role.ASSURER)).exchange()).hasStatus(400).bodyText().contains("traceability.query-value");
        assertThat(browser.get().uri("/app/traceability/events?item={item}", it.poly).with(As.a(Role.ASSURER)).exchange()).hasStatusOk();
        var event = events.page(CapturingEventsTest.done(EventQuery.of(java.util.Map.of("MATCH_outputEPC", List.of(it.poly)))), 1, 0).getFirst();
        assertThat(browser.get().uri("/app/traceability/events/" + event.id()).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(event.hash());
        assertThat(browser.get().uri("/api/traceability/events/" + event.hash()).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.poly);
        assertThat(new org.probity.formats.epcis.EventHash().id(Body.event(event.body()))).as("what is kept has the hash it came with").isEqualTo(event.hashId());
    }
}

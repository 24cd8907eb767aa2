package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.formats.worker.ReadingWorker;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.reading.Readers;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Capture.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class CapturingEventsTest {
    static final Me PROCESS = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS), Optional.empty());

    @Autowired Captures captures;
    @Autowired Storing storing;
    @Autowired Readers readers;
    @Autowired MaterialBooks books;
    @Autowired Items items;
    @Autowired Places places;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    /** What became of a file, also where the scheduler came to it first because the machine was busy. */
    static Capture read(Captures captures, Storing storing, Answer<Capture> kept) {
        var id = done(kept).id();
        assertThat(storing.read(id, Duration.ofMinutes(1))).as("read within a minute").isTrue();
        return captures.find(id).orElseThrow();
    }

    static String key(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }

    Capture send(String json, Faulty faulty, Me by) throws IOException {
        return read(captures, storing, captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), json), faulty, by));
    }

    @Test
    void anEventCountsOnceHoweverOftenItIsSent() throws IOException {
        var plant = new AChain();
        var first = send(plant.document(), Faulty.REFUSE_ALL, PROCESS).done().orElseThrow();
        assertThat(first).extracting(Capture.Done::outcome, Capture.Done::events, Capture.Done::taken, Capture.Done::duplicates).containsExactly(Outcome.TAKEN, 4L, 4L, 0L);
        var again = send(plant.document(), Faulty.REFUSE_ALL, PROCESS).done().orElseThrow();
        assertThat(again).extracting(Capture.Done::taken, Capture.Done::duplicates, Capture.Done::refused).containsExactly(0L, 4L, 0L);
        var twice = new AChain();
        var inOneFile = send(AChain.document(List.of(twice.quartz(), twice.quartz(), twice.silicon())), Faulty.REFUSE_ALL, PROCESS).done().orElseThrow();
        assertThat(inOneFile).extracting(Capture.Done::events, Capture.Done::taken, Capture.Done::duplicates).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aFileCountsWholeOrNotAtAllUnlessItsGoodEventsAreAskedFor() throws IOException {
        var plant = new AChain();
        var faulty = AChain.document(List.of(plant.quartz(), plant.silicon().replace("\"KGM\"", "\"KGM\",\"colour\":\"grey\""), plant.poly()));
        var refused = send(faulty, Faulty.REFUSE_ALL, PROCESS);
        assertThat(refused.done().orElseThrow()).extracting(Capture.Done::outcome, Capture.Done::events, Capture.Done::taken, Capture.Done::refused).containsExactly(Outcome.REFUSED, 3L, 0L, 1L);
        assertThat(captures.faults(refused.id(), 9, 0)).extracting(Capture.Fault::event, Capture.Fault::key).contains(org.assertj.core.groups.Tuple.tuple(2L, "traceability.refused.unknown-field"));
        var part = send(faulty, Faulty.TAKE_GOOD, PROCESS).done().orElseThrow();
        assertThat(part).extracting(Capture.Done::outcome, Capture.Done::taken, Capture.Done::refused).containsExactly(Outcome.TAKEN, 2L, 1L);
        var cut = send(plant.document().substring(0, plant.document().length() - 40), Faulty.TAKE_GOOD, PROCESS);
        assertThat(cut.done().orElseThrow().outcome()).as("nobody knows what half a file would have said").isEqualTo(Outcome.REFUSED);
        assertThat(captures.faults(cut.id(), 9, 0).getFirst().key()).isEqualTo("traceability.refused.damaged");
    }

    @Test
    void whatAnEventCannotSayKeepsItOut() throws IOException {
        assertThat(fault(new AChain().poly().replace("\"x:sharing\":\"proportional\"", "\"x:sharing\":\"by magic\""))).isEqualTo("traceability.fault.sharing");
        assertThat(fault(new AChain().poly().replace("\"x:scrapGrams\":\"0\"", "\"x:scrapGrams\":\"some\""))).isEqualTo("traceability.fault.scrap");
        assertThat(fault(new AChain().poly().replace("\"quantity\":1000", "\"quantity\":1000.0005"))).isEqualTo("traceability.fault.mass-fine");
        assertThat(fault(new AChain().poly().replace("\"quantity\":1000", "\"quantity\":100000000001"))).isEqualTo("traceability.fault.mass-absurd");
        assertThat(fault(new AChain().poly().replaceFirst("\"KGM\"", "\"LBR\""))).as("pounds are a weight, and not none").isEqualTo("traceability.fault.unit");
        assertThat(fault(new AChain().poly().replaceFirst("\"KGM\"", "\"kilos\""))).startsWith("traceability.refused.");
        var chain = new AChain();
        assertThat(fault(chain.poly().replace("\"inputQuantityList\":[", "\"inputEPCList\":[\"" + chain.mg + "\"],\"inputQuantityList\":["))).isEqualTo("traceability.fault.twice");
        assertThat(fault(new AChain().poly().replace("\"x:sharing\":\"proportional\"", "\"x:sharing\":\"pool\""))).isEqualTo("traceability.fault.pool");
        assertThat(fault(new AChain().poly().replace("\"x:sharing\":\"proportional\"", "\"x:material\":\"copper\""))).as("a book for each word would fill the memory").isEqualTo("traceability.fault.material");
        assertThat(fault(new AChain().poly().replace("\"x:sharing\":\"proportional\"", "\"eventID\":\"urn:" + "e".repeat(300) + "\""))).isEqualTo("traceability.fault.long");
        assertThat(fault(new AChain().poly().replace("\"proportional\"", "\"a\\u0000b\""))).as("a zero byte is told, not stored").isEqualTo("traceability.fault.sharing");
        assertThat(fault(new AChain().poly().replace("\"eventTime\":\"2026", "\"eventTime\":\"2926"))).isEqualTo("traceability.fault.future");
    }

    String fault(String event) throws IOException {
        return captures.faults(send(AChain.document(List.of(event)), Faulty.REFUSE_ALL, PROCESS).id(), 9, 0).getFirst().key();
    }

    @Test
    void aFileIsOneEntryOfTheLogWithTheRootOfItsEvents() throws IOException {
        var chain = new AChain();
        var sent = send(chain.document(), Faulty.REFUSE_ALL, PROCESS);
        var tree = new MerkleTree.Growing();
        db.sql("SELECT hash FROM traceability.event WHERE capture = :capture ORDER BY id").param("capture", sent.id()).query(byte[].class).list().forEach(hash -> tree.add(Hash.leaf(hash)));
        assertThat(log.opening(sent.done().orElseThrow().record()).orElseThrow().content().text()).contains(tree.root().toString(), sent.id().toString());
    }

    @Test
    void whenItWasRecordedStaysApartFromWhenItHappened() throws Exception {
        var chain = new AChain();
        var id = send(chain.document(), Faulty.REFUSE_ALL, PROCESS).id();
        var recorded = db.sql("SELECT min(recorded_at) FROM traceability.event WHERE capture = :capture").param("capture", id).query(OffsetDateTime.class).single().toInstant();
        var asked = "/api/traceability/events?MATCH_anyEPC=" + chain.rod + "&";
        assertThat(browser.get().uri(asked + "GE_recordTime=" + recorded).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText().contains("\"recordTime\":\"" + recorded.toString().substring(0, 19), "2026-03-04");
        assertThat(browser.get().uri(asked + "LT_recordTime=" + recorded).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText().doesNotContain("2026-03-04");
        send(chain.document(), Faulty.REFUSE_ALL, PROCESS);
        assertThat(db.sql("SELECT DISTINCT recorded_at FROM traceability.event WHERE capture = :capture").param("capture", id).query(OffsetDateTime.class).single().toInstant())
                .as("what is told again was known before").isEqualTo(recorded);
    }

    @Test
    void whoSendsAndWhat() throws IOException {
        assertThat(key(captures.receive(Form.EPCIS, "e", Files.writeString(folder.resolve("e"), "{}"), Faulty.REFUSE_ALL, new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty()))))
                .isEqualTo("traceability.not-yours");
        assertThat(key(captures.receive(Form.EPCIS, "e", Files.writeString(folder.resolve("none"), ""), Faulty.REFUSE_ALL, PROCESS))).isEqualTo("traceability.file-missing");
    }

    @Test
    void aSupplierTellsOfItsOwnPlaces() throws IOException {
        var supplier = ASupplier.in(db);
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var chain = new AChain();
        assertThat(captures.faults(send(AChain.document(List.of(chain.poly())), Faulty.REFUSE_ALL, contact).id(), 9, 0).getFirst().key()).isEqualTo("traceability.fault.not-your-place");
        done(places.say(new Places.Said(chain.polySite, "Reactors", "反应炉", Places.Whose.SUPPLIER, Optional.of(supplier), "CN", "XJ"), new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty())));
        var own = send(AChain.document(List.of(chain.poly())), Faulty.REFUSE_ALL, contact);
        assertThat(own.done().orElseThrow().taken()).isEqualTo(1);
        assertThat(own.supplier()).isEqualTo(supplier);
        var atOurs = new AChain().poly().replaceFirst("\"readPoint\":\\{\"id\":\"[^\"]*\"", "\"bizLocation\":{\"id\":\"" + chain.plant + "\"},\"readPoint\":{\"id\":\"" + chain.polySite + "\"");
        assertThat(captures.faults(send(AChain.document(List.of(atOurs)), Faulty.REFUSE_ALL, contact).id(), 9, 0).getFirst().key()).as("seen at their dock, but said to have happened at our plant")
                .isEqualTo("traceability.fault.not-your-place");
        var stranger = new Me(UUID.randomUUID(), "Other", Set.of(Role.SUPPLIER), Optional.of(ASupplier.in(db)));
        assertThat(browser.get().uri("/app/portal/traceability/" + own.id()).with(As.me(stranger)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/portal/traceability/" + own.id()).with(As.me(contact)).exchange()).hasStatusOk().bodyText().contains("taken");
        assertThat(browser.get().uri("/app/portal/traceability").with(As.me(contact)).exchange()).hasStatusOk().bodyText().contains("events.json");
    }

    @Test
    void aSupplierBringsNothingIntoBeingThatAnotherMade() throws IOException {
        var supplier = ASupplier.in(db);
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var chain = new AChain();
        send(AChain.document(List.of(chain.silicon())), Faulty.REFUSE_ALL, PROCESS);
        done(places.say(new Places.Said(chain.polySite, "Reactors", "反应炉", Places.Whose.SUPPLIER, Optional.of(supplier), "CN", "XJ"), new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty())));
        assertThat(send(AChain.document(List.of(chain.poly())), Faulty.REFUSE_ALL, contact).done().orElseThrow().taken()).as("what another made may be used").isEqualTo(1);
        var own = AChain.transformation("2026-03-03T09:00:00.000+08:00", chain.polySite, chain.mg, 10, "urn:lot:x" + UUID.randomUUID(), 10, 0);
        var stolen = AChain.transformation("2026-03-03T10:00:00.000+08:00", chain.polySite, chain.quartz, 10, chain.mg, 10, 0);
        var whole = send(AChain.document(List.of(own, stolen)), Faulty.REFUSE_ALL, contact);
        assertThat(whole.done().orElseThrow()).extracting(Capture.Done::outcome, Capture.Done::taken).containsExactly(Outcome.REFUSED, 0L);
        assertThat(captures.faults(whole.id(), 9, 0)).containsExactly(new Capture.Fault(2, "output", "traceability.fault.not-your-item", chain.mg));
        var part = send(AChain.document(List.of(own, stolen)), Faulty.TAKE_GOOD, contact).done().orElseThrow();
        assertThat(part).extracting(Capture.Done::outcome, Capture.Done::events, Capture.Done::taken, Capture.Done::refused).containsExactly(Outcome.TAKEN, 2L, 1L, 1L);
        assertThat(send(AChain.document(List.of(chain.poly(), own)), Faulty.REFUSE_ALL, contact).done().orElseThrow().duplicates()).as("its own may be sent again").isEqualTo(2);
    }

    @Test
    void whatIsLongerThanTheMeasureIsNotKept() throws IOException {
        var kept = folder.resolve("kept");
        assertThat(TraceabilityApi.copied(new java.io.ByteArrayInputStream(new byte[100]), kept, 100)).isTrue();
        assertThat(kept).hasSize(100);
        assertThat(TraceabilityApi.copied(new java.io.ByteArrayInputStream(new byte[101]), kept, 100)).isFalse();
    }

    @Test
    void everyFaultOfALineIsTold() throws IOException {
        var sent = done(captures.receive(Form.TABLE, "t.csv", Files.writeString(folder.resolve("lines"), "item_out,item_in,kilograms,day,site\na,b,1,2026-01-01,s\n,b,0,soon,\n"), Faulty.TAKE_GOOD, PROCESS));
        assertThat(captures.faults(sent.id(), 9, 0)).extracting(Capture.Fault::event, Capture.Fault::place).containsExactly(org.assertj.core.groups.Tuple.tuple(3L, "item_out"),
                org.assertj.core.groups.Tuple.tuple(3L, "kilograms"), org.assertj.core.groups.Tuple.tuple(3L, "day"), org.assertj.core.groups.Tuple.tuple(3L, "site"));
        assertThat(sent.done().orElseThrow()).extracting(Capture.Done::events, Capture.Done::taken, Capture.Done::refused).containsExactly(2L, 1L, 1L);
    }

    @Test
    void aPartnerWithoutEpcisSendsATable() throws IOException {
        var lot = UUID.randomUUID().toString().substring(0, 8);
        var table = "item_out,item_in,kilograms,day,site\nQ-%1$s,,5000,2026-05-01,mine %1$s\nM-%1$s,Q-%1$s,2800.5,2026-05-03,furnace %1$s\nM-%1$s,Q-%1$s,10,2026-05-03,furnace %1$s\n".formatted(lot);
        var sent = done(captures.receive(Form.TABLE, "table.csv", Files.writeString(folder.resolve("t"), table), Faulty.REFUSE_ALL, PROCESS));
        assertThat(sent.done().orElseThrow()).extracting(Capture.Done::outcome, Capture.Done::taken).containsExactly(Outcome.TAKEN, 2L);
        var made = items.find(Tables.address("M-" + lot)).orElseThrow();
        assertThat(books.ask(Reading.SILICON, shelf -> shelf.book.made(made.number())).orElseThrow()).isEqualTo(2_810_500);
        assertThat(tableFault("item_out,kilograms,day,site\n")).isEqualTo("traceability.fault.column");
        assertThat(tableFault("item_out,item_in,kilograms,day,site\n,a,1,2026-01-01,s\n")).isEqualTo("traceability.fault.item");
        assertThat(tableFault("item_out,item_in,kilograms,day,site\na,b,0,2026-01-01,s\n")).isEqualTo("traceability.fault.kilograms");
        assertThat(tableFault("item_out,item_in,kilograms,day,site\na,b,1,soon,s\n")).isEqualTo("traceability.fault.day");
        assertThat(tableFault("item_out,item_in,kilograms,day,site\na,b,1,2026-01-01,\n")).isEqualTo("traceability.fault.site");
    }

    @Test
    void aWorkbookIsReadInAProcessOfItsOwn() throws IOException {
        var lot = UUID.randomUUID().toString().substring(0, 8);
        var sent = done(captures.receive(Form.TABLE, "table.xlsx", workbook(5, List.of("item_out", "item_in", "kilograms", "day", "site"), List.of("Q-" + lot, "", "5000", "2026-05-01", "mine")), Faulty.REFUSE_ALL, PROCESS));
        assertThat(storing.read(sent.id(), Duration.ofSeconds(60))).isTrue();
        assertThat(captures.find(sent.id()).orElseThrow().done().orElseThrow()).extracting(Capture.Done::outcome, Capture.Done::taken).containsExactly(Outcome.TAKEN, 1L);
        assertThat(IntStream.range(0, Readers.AT_ONCE).map(n -> readers.with(Duration.ofSeconds(60), ReadingWorker::started).orElseThrow()).sum()).as("processes that read").isPositive();
        // One long word, standing in thousands of cells.
        var heavy = done(captures.receive(Form.TABLE, "heavy.xlsx", workbook(2_000, List.of("item_out"), List.of("a".repeat(30_000))), Faulty.REFUSE_ALL, PROCESS));
        assertThat(storing.read(heavy.id(), Duration.ofSeconds(60))).isTrue();
        assertThat(captures.faults(heavy.id(), 9, 0)).extracting(Capture.Fault::key).containsExactly("ui.file-long");
    }

    /** @param times how often the line stands in it */
    private Path workbook(int times, List<String> head, List<String> line) throws IOException {
        var file = folder.resolve(UUID.randomUUID() + ".xlsx");
        try (var out = Files.newOutputStream(file); var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("one");
            for (var no = 0; no < head.size(); no++) {
                sheet.value(0, no, head.get(no));
            }
            for (var row = 1; row <= times; row++) {
                for (var no = 0; no < line.size(); no++) {
                    sheet.value(row, no, line.get(no));
                }
            }
        }
        return file;
    }

    String tableFault(String table) throws IOException {
        var sent = done(captures.receive(Form.TABLE, "table.csv", Files.writeString(folder.resolve(UUID.randomUUID().toString()), table), Faulty.REFUSE_ALL, PROCESS));
        assertThat(sent.done().orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
        return captures.faults(sent.id(), 9, 0).getFirst().key();
    }

    @Test
    void theScreensAndTheBindingCarryIt() throws Exception {
        var chain = new AChain();
        assertThat(browser.post().multipart().uri("/app/traceability/captures").file(new MockMultipartFile("file", "month.json", "application/json", chain.document().getBytes()))
                .with(As.me(PROCESS)).exchange()).hasStatus(303);
        var capture = captures.page(Optional.empty(), 1, 0).getFirst();
        assertThat(browser.get().uri("/app/traceability/captures/" + capture.id()).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains("month.json");
        assertThat(browser.get().uri("/app/traceability/captures").with(As.a(Role.REVIEWER)).exchange()).hasStatusOk().bodyText().contains("month.json");
        assertThat(browser.post().multipart().uri("/app/traceability/captures").with(As.me(PROCESS)).exchange()).hasStatus(422);
        var faulty = AChain.document(List.of(chain.poly().replace("\"ObjectEvent\"", "\"x\""), "{\"type\":\"ObjectEvent\"}"));
        var job = browser.post().uri("/api/traceability/capture").contentType(org.springframework.http.MediaType.APPLICATION_JSON).content(faulty).header("GS1-Capture-Error-Behaviour", "proceed")
                .with(As.me(PROCESS)).exchange();
        assertThat(job).hasStatus(202);
        assertThat(browser.get().uri(job.getResponse().getHeader("Location")).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyJson().satisfies(it -> {
            assertThat(it).extractingPath("$.errors[0].type").isEqualTo("epcisException:ValidationException");
            assertThat(it).extractingPath("$.errors[0].key").asString().startsWith("traceability.refused.");
        });
        assertThat(browser.post().uri("/api/traceability/capture").content("x").header("GS1-Capture-Error-Behaviour", "shrug").with(As.me(PROCESS)).exchange()).hasStatus(400).bodyJson()
                .extractingPath("$.type").isEqualTo("epcisException:ValidationException");
        assertThat(browser.get().uri("/api/traceability/events?EQ_colour=blue").with(As.me(PROCESS)).exchange()).hasStatus(400).bodyJson().extractingPath("$.type")
                .isEqualTo("epcisException:QueryParameterException");
    }
}

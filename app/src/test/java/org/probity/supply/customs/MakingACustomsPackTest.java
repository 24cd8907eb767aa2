package org.probity.supply.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.key;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.probity.customs.VerifyCustoms;
import org.probity.customs.VerifyCustomsCommand;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.proof.TrustPolicy;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Newcomer;
import org.probity.supply.customs.CustomsPack.State;
import org.probity.supply.traceability.APlant;
import org.probity.supply.traceability.Documents;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Size;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MakingACustomsPackTest {
    static final Me COUNSEL = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
    private static final Me ENGINEER = Newcomer.someone(Role.PROCESS);
    private static final String PATH = "/app/traceability/customs";

    @Autowired ApplicationContext house;
    @Autowired CustomsPacks packs;
    @Autowired Documents documents;
    @Autowired Evidence evidence;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @TempDir static Path folder;
    private APlant plant;

    @BeforeAll
    void aPlant() throws IOException {
        plant = APlant.in(house, folder, Size.small(55, LocalDate.of(2026, 9, 1), 5), Map.of());
    }

    private CustomsPack made(UUID id) {
        return APack.made(house, id);
    }

    private UUID asked(String names) {
        return done(packs.ask("Entry 231-0001", names, COUNSEL));
    }

    private Path zip(CustomsPack pack) throws IOException {
        var made = pack.made().orElseThrow(() -> new AssertionError(pack.state()));
        return Files.write(folder.resolve(UUID.randomUUID() + ".zip"), evidence.bytes(evidence.find(made.evidence()).orElseThrow()));
    }

    @Test
    void modulesArePackedWithTheirWholeWayAndTheSignedLog() throws Exception {
        var modules = plant.modules(40);
        var pack = made(asked(String.join("\n", modules)));
        var finding = VerifyCustoms.verify(zip(pack), Optional.of(TrustPolicy.ofFingerprint(log.verifier().fingerprint())));
        assertThat(finding.fault()).isEmpty();
        var sound = finding.sound().orElseThrow();
        assertThat(sound.known()).isTrue();
        assertThat(sound.serials()).isEqualTo(40);
        assertThat(sound.grams()).as("grams of silicon in forty modules").isBetween(40 * 520L, 40 * 540L);
        assertThat(sound.verdicts()).as("every place has a name and every way ends at quartz").containsExactly(Map.entry("CLEAN", 40L));
        assertThat(packs.groups(pack.id(), 100, 0).stream().mapToLong(CustomsPack.Group::serials).sum()).isEqualTo(40);
        var said = new ByteArrayOutputStream();
        assertThat(VerifyCustomsCommand.run(List.of(zip(pack).toString(), "--lang", "zh"), new PrintStream(said, true, StandardCharsets.UTF_8))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("序列号: 40");
    }

    @Test
    void aContainerStandsForWhatLiesInItsPallets() throws Exception {
        var container = plant.uri(Kind.CONTAINER, 0);
        var pack = made(asked(container));
        var all = pack.made().orElseThrow(() -> new AssertionError(pack.state())).serials();
        assertThat(all).as("several pallets of 31 to 36").isGreaterThan(100);
        assertThat(VerifyCustoms.verify(zip(pack), Optional.empty()).sound().orElseThrow().serials()).isEqualTo(all);
        assertThat(CustomsPacks.names("a,b;\"c\"\n a \uFEFFd")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatSomebodyChangesOnTheWayIsFound() throws Exception {
        var pack = made(asked(plant.modules(3).getLast()));
        var good = Files.readAllBytes(zip(pack));
        var random = new Random(7);
        var other = folder.resolve("other.zip");
        for (var n = 0; n < 25; n++) {
            var bytes = good.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(other, bytes);
            assertThat(VerifyCustoms.verify(other, Optional.empty()).sound()).isEmpty();
        }
    }

    @Test
    void aPaperThatSomebodyBroughtLiesInThePackAndTheOthersAreCalledMissing() throws Exception {
        var module = plant.modules(4).getLast();
        var pack = made(asked(module));
        var first = pack.made().orElseThrow();
        assertThat(first.missing()).as("nobody brought any").isEqualTo(first.papers()).isPositive();
        var missing = packs.missing(pack.id(), 1_000);
        assertThat(missing).hasSize((int) first.missing());
        assertThat(browser.get().uri(PATH + "/" + pack.id()).with(As.me(COUNSEL)).exchange()).hasStatusOk().bodyText().contains("Events name these papers", "events?paper=" + URLEncoder.encode(missing.getFirst().uri(), StandardCharsets.UTF_8));
        assertThat(browser.get().uri("/app/traceability/events").param("paper", missing.getFirst().uri()).with(As.me(COUNSEL)).exchange()).hasStatusOk().bodyText().contains("counts");
        assertThat(browser.get().uri("/app/traceability/events").param("paper", "urn:nobody:names:it").with(As.me(COUNSEL)).exchange()).hasStatusOk().bodyText().contains("Nothing that you narrowed to");
        var uri = db.sql("SELECT min(uri) FROM traceability.event_document JOIN traceability.event ON event.id = event_document.event WHERE event.biz_step LIKE '%shipping%' AND uri LIKE '%:DA%'").query(String.class).single();
        var event = db.sql("SELECT min(event) FROM traceability.event_document WHERE uri = :uri").param("uri", uri).query(Long.class).single();
        done(documents.bring(event, uri, "advice.pdf", "an advice".getBytes(StandardCharsets.US_ASCII), ENGINEER));
        var again = packs.again(packs.find(asked(module)).orElseThrow(), COUNSEL);
        if (again instanceof Answer.Refused<UUID>(var reasons)) {
            assertThat(reasons.getFirst().key()).as("it waits still").isEqualTo("customs.still-made");
        }
        var second = made(asked(module));
        var sound = VerifyCustoms.verify(zip(second), Optional.empty()).sound().orElseThrow();
        assertThat(sound.papers() - sound.missing()).isIn(0L, 1L);
        assertThat(second.made().orElseThrow().missing()).isEqualTo(sound.missing());
    }

    @Test
    void whatIsAskedWrongIsRefusedWithItsReason() {
        var module = plant.modules(1).getFirst();
        assertThat(key(packs.ask("x", module, ENGINEER))).isEqualTo("customs.not-yours");
        assertThat(key(packs.ask(" ", module, COUNSEL))).isEqualTo("customs.title-missing");
        assertThat(key(packs.ask("x".repeat(301), module, COUNSEL))).isEqualTo("customs.title-long");
        assertThat(key(packs.ask("x", " ,;\n", COUNSEL))).isEqualTo("customs.nothing");
        assertThat(key(packs.ask("x", module + " NO-SUCH-1", COUNSEL))).isEqualTo("customs.unknown");
        var many = java.util.stream.IntStream.rangeClosed(0, CustomsPacks.SERIALS_MOST).mapToObj(Integer::toString).collect(java.util.stream.Collectors.joining(" "));
        assertThat(key(packs.ask("x", many, COUNSEL))).isEqualTo("customs.too-many");
    }

    @Test
    void aCancelledPackIsNotMadeAndCanBeMadeAgain() throws Exception {
        var id = db.sql("INSERT INTO customs.pack (id, title, asked_by, asked_at) VALUES (gen_random_uuid(), 'x', gen_random_uuid(), now()) RETURNING id").query(UUID.class).single();
        db.sql("INSERT INTO customs.asked (pack, no, item) SELECT :pack, 1, number FROM traceability.item WHERE uri = :uri").param("pack", id)
                .param("uri", plant.modules(1).getFirst()).update();
        assertThat(key(packs.again(packs.find(id).orElseThrow(), COUNSEL))).isEqualTo("customs.still-made");
        assertThat(key(packs.again(packs.find(id).orElseThrow(), ENGINEER))).isEqualTo("customs.not-yours");
        assertThat(key(packs.cancel(id, ENGINEER))).isEqualTo("customs.not-yours");
        done(packs.cancel(id, COUNSEL));
        assertThat(key(packs.cancel(id, COUNSEL))).isEqualTo("customs.not-made");
        assertThat(key(packs.handOut(packs.find(id).orElseThrow(), "CBP", "entry", COUNSEL))).isEqualTo("customs.none-yet");
        assertThat(made(id).state()).isInstanceOf(State.Cancelled.class);
        var again = done(packs.again(packs.find(id).orElseThrow(), COUNSEL));
        assertThat(made(again).state()).isInstanceOf(State.Made.class);
    }

    @Test
    void theWholeWayOnThePages() throws Exception {
        var modules = plant.modules(2);
        assertThat(browser.get().uri(PATH).with(As.me(COUNSEL)).exchange()).hasStatusOk().bodyText().contains("Ask for a pack");
        assertThat(browser.get().uri(PATH).with(As.a(Role.PROCESS)).exchange()).hasStatus(403);
        assertThat(browser.post().uri(PATH).multipart().file(new MockMultipartFile("file", "serials.csv", "text/csv", String.join("\n", modules).getBytes(StandardCharsets.UTF_8))).param("title", "")
                .with(As.me(COUNSEL)).exchange()).hasStatus(422).bodyText().contains("Say what the pack is for");
        var asked = browser.post().uri(PATH).multipart().file(new MockMultipartFile("file", "serials.csv", "text/csv", String.join("\n", modules).getBytes(StandardCharsets.UTF_8)))
                .param("title", "Container <7>").with(As.me(COUNSEL)).exchange();
        assertThat(asked).hasStatus(303);
        var address = asked.getResponse().getRedirectedUrl().replaceAll("[?#].*", "");
        var pack = made(UUID.fromString(address.substring(address.length() - 36)));
        assertThat(browser.get().uri(address).with(As.me(COUNSEL)).exchange()).hasStatusOk().bodyText().contains("Container &lt;7&gt;", "2 clean", "It has not been handed out");
        assertThat(browser.post().uri(address + "/handouts").param("recipient", "").param("reason", "x").with(As.me(COUNSEL)).exchange()).hasStatus(422).bodyText().contains("Say who gets it");
        assertThat(browser.post().uri(address + "/handouts").param("recipient", "CBP").param("reason", "").with(As.me(COUNSEL)).exchange()).hasStatus(422).bodyText().contains("Say why");
        assertThat(browser.post().uri(address + "/handouts").param("recipient", "CBP").param("reason", "x").with(As.stale(COUNSEL)).exchange().getResponse().getRedirectedUrl()).contains("confirm");
        var handed = browser.post().uri(address + "/handouts").param("recipient", "CBP, Port of Houston").param("reason", "Detention 7").with(As.me(COUNSEL)).exchange();
        assertThat(handed).hasStatus(303);
        var handout = packs.handouts(pack.id()).getFirst();
        var page = browser.get().uri(address + "?handout=" + handout.id()).with(As.me(COUNSEL)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("handouts/" + handout.id() + "/pack.zip", "CBP, Port of Houston", "Detention 7");
        var fetched = browser.get().uri(address + "/handouts/" + handout.id() + "/pack.zip").with(As.me(COUNSEL)).exchange();
        assertThat(fetched).hasStatusOk();
        assertThat(VerifyCustoms.verify(Files.write(folder.resolve("fetched.zip"), fetched.getResponse().getContentAsByteArray()), Optional.empty()).fault()).isEmpty();
        assertThat(browser.get().uri(address + "/handouts/" + handout.id() + "/pack.pdf").with(As.me(COUNSEL)).exchange().getResponse().getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(browser.get().uri(address + "/handouts/" + handout.id() + "/pack.zip").with(As.a(Role.LEGAL)).exchange()).as("by another hand").hasStatus(404);
        db.sql("UPDATE customs.handout SET handed_at = handed_at - interval '61 minutes' WHERE id = :id").param("id", handout.id()).update();
        assertThat(browser.get().uri(address + "/handouts/" + handout.id() + "/pack.zip").with(As.me(COUNSEL)).exchange()).as("an hour later").hasStatus(404);
        assertThat(log.place(db.sql("SELECT record FROM customs.handout WHERE id = :id").param("id", handout.id()).query(UUID.class).single()).isPresent() || log.maySign()).isTrue();
    }

    @Test
    void aChainThatWasClearedIsKnownAgain() throws Exception {
        var pack = made(asked(plant.modules(1).getFirst()));
        var chain = packs.groups(pack.id(), 1, 0).getFirst().chain();
        assertThat(key(packs.cleared(pack, "ab".repeat(32), "231-1", COUNSEL))).isEqualTo("customs.no-such-chain");
        assertThat(key(packs.cleared(pack, chain, "<231>", COUNSEL))).isEqualTo("customs.entry-wrong");
        assertThat(key(packs.cleared(pack, chain, "231-1", ENGINEER))).isEqualTo("customs.not-yours");
        done(packs.cleared(pack, chain, "231-1234567-8", COUNSEL));
        var next = made(asked(plant.modules(1).getFirst()));
        assertThat(packs.groups(next.id(), 1, 0).getFirst().entry()).isEqualTo("231-1234567-8");
        done(packs.cleared(pack, chain, "", COUNSEL));
        assertThat(packs.groups(next.id(), 1, 0).getFirst().entry()).isNull();
        assertThat(key(packs.handOut(pack, "x".repeat(301), "y", COUNSEL))).isEqualTo("customs.words-long");
        assertThat(key(packs.handOut(pack, "x", "y", ENGINEER))).isEqualTo("customs.not-yours");
    }
}

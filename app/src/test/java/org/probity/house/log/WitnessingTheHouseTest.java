package org.probity.house.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.proof.Anchor;
import org.probity.proof.Checkpoint;
import org.probity.proof.CosignRequest;
import org.probity.proof.Hash;
import org.probity.proof.Note;
import org.probity.proof.SignerKey;
import org.probity.proof.VerifierKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class WitnessingTheHouseTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final Me ADMINISTRATOR = new Me(UUID.randomUUID(), "Someone", Set.of(Role.ADMINISTRATOR), Optional.empty());

    /** Not a folder that ends with the test: the house goes on remembering in it until it closes. */
    static final Path folder = Path.of("target", "remembered-" + UUID.randomUUID()).toAbsolutePath();

    @DynamicPropertySource
    static void anchored(DynamicPropertyRegistry properties) {
        properties.add("probity.anchor", () -> folder.resolve("anchor").toString());
    }

    @Autowired Log log;
    @Autowired Cosigning cosigning;
    @Autowired OutsideMemory memory;
    @Autowired Sequencer sequencer;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    final SignerKey union = SignerKey.generate("union.example/" + UUID.randomUUID(), VerifierKey.Kind.COSIGNATURE, new SecureRandom());

    void record() {
        transaction.executeWithoutResult(status -> log.record("test.witnessed", MARCH, Map.of()));
        log.settle();
    }

    @Test
    void aNamedWitnessCosignsAFileAndItsLineStandsUnderTheState() {
        assertThat(browser.post().uri("/app/log/witnesses").param("vkey", union.verifier().vkey()).with(As.a(Role.ADMINISTRATOR))).hasStatus3xxRedirection();
        record();
        var request = CosignRequest.parse(bytes("/log/request?old=0"));
        assertThat(request.proof()).isEmpty();
        assertThat(request.checkpoint().check(log.verifier())).isEqualTo(Note.Checked.GOOD);
        var line = Note.sign(request.checkpoint().text(), Instant.now(), union).signatures().getFirst().line();
        record();
        assertThat(browser.post().uri("/app/log/cosignatures").param("line", line).with(As.a(Role.UNION))).hasStatus3xxRedirection();
        var cosigned = log.newestCosigned(0).orElseThrow();
        assertThat(cosigned.note().check(union.verifier())).isEqualTo(Note.Checked.GOOD);
        assertThat(browser.get().uri("/log")).bodyText().contains(union.verifier().name());
    }

    @Test
    void whatIsNoCosignatureOfOursIsRefused() {
        record();
        var stranger = SignerKey.generate("stranger.example/w", VerifierKey.Kind.COSIGNATURE, new SecureRandom());
        var note = Note.sign(log.newest().orElseThrow().note().text(), Instant.now(), stranger);
        assertThat(refusal(cosigning.cosign(note.signatures().getFirst().line()))).isEqualTo("log.cosignature.stranger");
        assertThat(refusal(cosigning.cosign("hello"))).isEqualTo("log.cosignature.no_line");
        cosigning.name(union.verifier().vkey(), ADMINISTRATOR);
        var other = Note.sign(new Checkpoint(log.verifier().name(), 1, Hash.sha256()).text(), Instant.now(), union);
        assertThat(refusal(cosigning.cosign(other.signatures().getFirst().line()))).isEqualTo("log.cosignature.fits_none");
    }

    @Test
    void whatIsNoWitnessesKeyIsRefused() {
        assertThat(refusal(cosigning.name("hello", ADMINISTRATOR))).isEqualTo("log.witness.no_key");
        assertThat(refusal(cosigning.name(log.verifier().vkey(), ADMINISTRATOR))).isEqualTo("log.witness.no_key");
        cosigning.name(union.verifier().vkey(), ADMINISTRATOR);
        assertThat(refusal(cosigning.name(union.verifier().vkey(), ADMINISTRATOR))).isEqualTo("log.witness.known");
    }

    @Test
    void aRequestFromASizeThatWasNeverSignedIsRefused() {
        record();
        assertThat(refusal(cosigning.request(1_000_000))).isEqualTo("log.request.no_size");
        assertThat(browser.get().uri("/log/request?old=1000000")).hasStatus(404);
    }

    @Test
    void aHouseThatWasSetBackSignsNothingUntilSomebodyExplainsIt() throws IOException {
        record();
        assertThat(memory.standing()).isEqualTo(new OutsideMemory.Standing.Agrees());
        assertThat(refusal(cosigning.recover("for fun", ADMINISTRATOR))).isEqualTo("log.recovery.nothing");

        // The memory knows of a longer tree: this home is an older state than the one it was set back from.
        var size = log.newest().orElseThrow().size();
        var future = new Checkpoint(log.verifier().name(), size + 5, Hash.sha256());
        new Anchor(folder.resolve("anchor")).takeUpFrom(Note.sign(future.text(), Instant.now(), union));
        var id = transaction.execute(status -> log.record("test.witnessed", MARCH, Map.of()));
        sequencer.sequence();
        assertThat(log.place(id)).isEmpty();
        assertThat(browser.get().uri("/app/log").with(As.a(Role.ADMINISTRATOR))).bodyText().contains("shorter than what is remembered");
        assertThat(refusal(cosigning.recover(" ", ADMINISTRATOR))).isEqualTo("log.recovery.no_reason");

        assertThat(browser.post().uri("/app/log/recoveries").param("reason", "The disk was restored from a backup.").with(As.a(Role.ADMINISTRATOR)))
                .hasStatus3xxRedirection();
        log.settle();
        var recovery = log.all("log.recovery", LocalDate.now(clock).getYear()).getLast();
        assertThat(recovery.index()).as("the first entry after it says so").isEqualTo(size);
        assertThat(log.place(id)).isPresent();
        assertThat(memory.standing()).isEqualTo(new OutsideMemory.Standing.Agrees());
        try (var files = Files.list(folder.resolve("anchor"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".contradiction"))).isNotEmpty();
        }
    }

    private byte[] bytes(String path) {
        return browser.get().uri(path).exchange().getResponse().getContentAsByteArray();
    }

    private static String refusal(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(List<Answer.Reason> reasons) ? reasons.getFirst().key() : "done";
    }
}

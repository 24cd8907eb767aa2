package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessingALogTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;
    private final SignerKey key = SignerKey.generate("log.helia.example", VerifierKey.Kind.NOTE, new SecureRandom());
    private final MemoryLog log = new MemoryLog(key, List.of(), NOON);
    private String said = "";

    @BeforeEach
    void aKeyForTheWitness() {
        assertThat(run("new", "union.example/witness", "--key", folder.resolve("key").toString())).isZero();
    }

    @Test
    void aGrowingLogIsCosignedEachTime() throws IOException {
        grow(3);
        assertThat(sign(0)).isZero();
        Note note = log.checkpoint().with(Note.Signature.parse(said.strip()));
        assertThat(note.check(witness())).isEqualTo(Note.Checked.GOOD);
        assertThat(note.cosignedAt(witness())).contains(NOON.instant());
        grow(400);
        assertThat(sign(3)).isZero();
        assertThat(sign(403)).as("the same again").isZero();
    }

    @Test
    void aLogThatWasSetBackIsRefusedAndBothNotesAreKept() throws IOException {
        grow(2);
        Note small = log.checkpoint();
        grow(2);
        assertThat(sign(0)).isZero();
        assertThat(sign(new CosignRequest(2, List.of(), small))).isEqualTo(1);
        assertThat(said).contains("set back");
        assertThat(contradictions()).hasSize(1);
        assertThat(contradictions().getFirst()).contains("\n2\n", "\n4\n");
    }

    @Test
    void aForkIsRefused() throws IOException {
        grow(4);
        assertThat(sign(0)).isZero();
        MemoryLog other = log.otherwise(1, Hash.sha256(new byte[] {99}));
        assertThat(sign(new CosignRequest(4, List.of(), other.checkpoint()))).isEqualTo(1);
        grow(3);
        MemoryLog longer = log.otherwise(1, Hash.sha256(new byte[] {99}));
        assertThat(sign(new CosignRequest(4, MerkleTree.consistencyProof(4, 7, longer.hashes()), longer.checkpoint()))).isEqualTo(1);
        assertThat(said).contains("rewritten");
        assertThat(contradictions()).hasSize(2);
        assertThat(sign(4)).as("the true log goes on").isZero();
    }

    @Test
    void aRequestFromAnotherSizeIsToldTheRightOne() throws IOException {
        grow(4);
        assertThat(sign(0)).isZero();
        grow(1);
        assertThat(sign(3)).isEqualTo(1);
        assertThat(said).contains("last saw 4");
    }

    @Test
    void aCheckpointThatTheLogDidNotSignIsRefused() throws IOException {
        grow(1);
        SignerKey stranger = SignerKey.generate("log.helia.example", VerifierKey.Kind.NOTE, new SecureRandom());
        assertThat(sign(new CosignRequest(0, List.of(), Note.sign(log.checkpoint().text(), NOON.instant(), stranger)))).isEqualTo(1);
        assertThat(said).contains("has not signed");
    }

    @Test
    void whatIsNoRequestIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("request"), "hello\n");
        assertThat(run("sign", folder.resolve("request").toString(), "--key", folder.resolve("key").toString(), "--state", folder.resolve("state").toString(),
                "--log", key.verifier().vkey())).isEqualTo(2);
        assertThat(said.lines()).hasSize(1);
        assertThat(run("sign")).isEqualTo(2);
    }

    @Test
    void threadsOfOneProgramTakeTurns() throws Exception {
        grow(3);
        var note = log.checkpoint();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(200, () -> new Anchor(folder.resolve("anchor")).remember(note, this::proof)));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(new Anchor.Answer.Fits());
            }
        }
    }

    @Test
    void aHomeThatWasSetBackIsSeenByItsAnchor() throws IOException {
        Anchor anchor = new Anchor(folder.resolve("anchor"));
        grow(5);
        assertThat(anchor.remember(log.checkpoint(), this::proof)).isEqualTo(new Anchor.Answer.Fits());
        MemoryLog restored = new MemoryLog(key, List.of(), NOON);
        restored.append("a", LocalDate.of(2026, 1, 1), Hash.sha256(new byte[] {0}));
        Checkpoint small = Checkpoint.parse(restored.checkpoint());
        assertThat(anchor.ask(small, this::proof)).isInstanceOf(Anchor.Answer.SetBack.class);
        assertThat(anchor.ask(new Checkpoint("another.example/log", 1, small.root()), this::proof)).isInstanceOf(Anchor.Answer.Fits.class);
    }

    private List<Hash> proof(long earlier, long later) {
        return MerkleTree.consistencyProof(earlier, later, log.hashes());
    }

    private void grow(int more) {
        for (int i = 0; i < more; i++) {
            log.append("a", LocalDate.of(2026, 1, 1), Hash.sha256(new byte[] {(byte) i}));
        }
    }

    private int sign(long old) throws IOException {
        long size = Checkpoint.parse(log.checkpoint()).size();
        return sign(new CosignRequest(old, old == 0 ? List.of() : MerkleTree.consistencyProof(old, size, log.hashes()), log.checkpoint()));
    }

    private int sign(CosignRequest request) throws IOException {
        Path file = Files.writeString(folder.resolve("request"), request.toString());
        return run("sign", file.toString(), "--key", folder.resolve("key").toString(), "--state", folder.resolve("state").toString(),
                "--log", key.verifier().vkey());
    }

    private int run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = WitnessCommand.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8), NOON);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private VerifierKey witness() throws IOException {
        return SignerKey.parse(Files.readString(folder.resolve("key"))).verifier();
    }

    private List<String> contradictions() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".contradiction")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}

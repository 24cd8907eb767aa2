package org.probity.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.proof.Fault;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;

class CheckingAPackTest {
    @TempDir Path folder;

    @Test
    void aPackThatWasLeftAsItIsHoldsTogether() throws IOException {
        var sound = VerifyCustoms.verify(APack.ofModules(3).write(folder), Optional.empty());
        assertThat(sound.fault()).isEmpty();
        var it = sound.sound().orElseThrow();
        assertThat(it.serials()).isEqualTo(3);
        assertThat(it.grams()).isEqualTo(6);
        assertThat(it.groups()).as("all of one chain").isOne();
        assertThat(it.verdicts()).containsExactly(java.util.Map.entry("CLEAN", 3L));
        assertThat(it.papers()).isEqualTo(2);
        assertThat(it.missing()).isOne();
        assertThat(it.known()).isFalse();
    }

    @Test
    void theSignerIsKnownByWhatComesFromOutside() throws IOException {
        var zip = APack.ofModules(1).write(folder);
        assertThat(VerifyCustoms.verify(zip, Optional.of(TrustPolicy.ofFingerprint(APack.KEY.verifier().fingerprint()))).sound().orElseThrow().known()).isTrue();
        assertThat(VerifyCustoms.verify(zip, Optional.of(TrustPolicy.ofFingerprint("ab".repeat(32)))).fault().orElseThrow().code()).isEqualTo("signer.unknown");
    }

    /** Every part of the zip is tried: some thousand bits at random, and each bit of the shorter half of its headers. */
    @Test
    void aFlippedBitIsRefusedWhereverItLies() throws IOException {
        var good = Files.readAllBytes(APack.ofModules(4).write(folder));
        var random = new Random(55);
        var zip = folder.resolve("flipped.zip");
        var without = 0;
        for (var n = 0; n < 1_500; n++) {
            var bit = n < 400 ? n : n < 800 ? 8L * good.length - 1 - (n - 400) : random.nextLong(8L * good.length);
            var flipped = good.clone();
            flipped[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
            Files.write(zip, flipped);
            var finding = VerifyCustoms.verify(zip, Optional.empty());
            assertThat(finding.sound()).as("bit " + bit + " of " + 8L * good.length).isEmpty();
            without += finding.fault().orElseThrow().file().isEmpty() ? 1 : 0;
        }
        assertThat(without).as("only what lies in no file has no file's name").isLessThan(1_200);
    }

    @Test
    void theVerifierOfReportsSaysWhatItIs() throws IOException {
        assertThat(Verifier.verify(APack.ofModules(1).write(folder), Optional.empty())).isInstanceOfSatisfying(Verdict.NotProved.class,
                it -> assertThat(it.faults()).extracting(Fault::code).containsExactly("package.customs"));
    }

    @Test
    void whatIsCutOrHangsOnIsRefused() throws IOException {
        var good = Files.readAllBytes(APack.ofModules(1).write(folder));
        var zip = folder.resolve("other.zip");
        for (var length : List.of(0, 1, 29, 200, good.length / 2, good.length - 1)) {
            Files.write(zip, java.util.Arrays.copyOf(good, length));
            assertThat(VerifyCustoms.verify(zip, Optional.empty()).sound()).isEmpty();
        }
        Files.write(zip, java.util.Arrays.copyOf(good, good.length + 1));
        assertThat(VerifyCustoms.verify(zip, Optional.empty()).fault().orElseThrow().code()).isEqualTo("zip.form");
    }

    @Test
    void theCommandSaysItInBothLanguagesAndLeavesByTheVerdict() throws IOException {
        var zip = APack.ofModules(2).write(folder);
        assertThat(said(0, zip.toString(), "--lang", "en")).contains("CONSISTENT, SIGNER UNKNOWN", "Serial numbers: 2", "of which the file is missing 1");
        assertThat(said(0, zip.toString(), "--lang", "zh", "--fingerprint", APack.KEY.verifier().fingerprint())).contains("已证明");
        var bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);
        assertThat(said(1, zip.toString(), "--lang", "en")).contains("NOT PROVED", "[");
        assertThat(said(2, folder.resolve("none.zip").toString(), "--lang", "zh")).contains("无法读取");
        assertThat(VerifyCustomsCommand.words("en").stringPropertyNames()).isEqualTo(VerifyCustomsCommand.words("zh").stringPropertyNames());
    }

    private static String said(int code, String... args) {
        var out = new ByteArrayOutputStream();
        assertThat(VerifyCustomsCommand.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8);
    }
}

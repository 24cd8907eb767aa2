package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Limits;

/** A moment of what {@code probity trial fuzz} does for as long as one likes. */
class FuzzingBrieflyTest {

    @ParameterizedTest
    @ValueSource(strings = {"workbook", "note", "package", "list", "events"})
    void seedsAndDamagedSeedsAreReadOrRefused(String name) {
        Fuzzed fuzzed = Fuzzed.named(name);
        List<byte[]> seeds = fuzzed.seeds();
        Random random = new Random(1);
        for (int i = 0; i < seeds.size() + 150; i++) {
            byte[] input = i < seeds.size() ? seeds.get(i) : damaged(seeds.get(random.nextInt(seeds.size())), random);
            assertThatCode(() -> fuzzed.feed(input)).as(name + " " + i).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "events"})
    void theFuzzerItselfRunsAndReachesMoreThanTheSeeds(String name, @TempDir Path folder) throws Exception {
        FuzzTrial.Outcome outcome = FuzzTrial.run(name, 5, folder);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.sound()).isTrue();
        assertThat(outcome.executions()).isGreaterThan(Fuzzed.named(name).seeds().size());
        assertThat(outcome.coverage()).isPositive();
    }

    @Test
    void aNoteThatNobodySignedWouldBeFound() {
        FuzzedNote real = FuzzedNote.make();
        FuzzedNote withoutTexts = new FuzzedNote(Set.of(), real.keys(), real.seeds());
        assertThatThrownBy(() -> withoutTexts.feed(real.seeds().getFirst())).hasMessageContaining("never signed");
    }

    @Test
    void aPackageThatNobodyMadeWouldBeFound() {
        FuzzedPackage real = FuzzedPackage.make();
        FuzzedPackage madeNone = new FuzzedPackage(real.accepted().subList(0, 1), real.lies(), real.policy());
        byte[] other = real.accepted().getLast();
        byte[] input = new byte[1 + other.length];
        System.arraycopy(other, 0, input, 1, other.length);
        assertThatThrownBy(() -> madeNone.feed(input)).hasMessageContaining("nobody made it");
    }

    @Test
    void theSeedsOfEventsAreGoodDocuments() {
        for (byte[] seed : Fuzzed.named("events").seeds()) {
            assertThat(Epcis.read(new ByteArrayInputStream(seed), Limits.standard(), (event, number) -> {}).whole()).as(new String(seed, StandardCharsets.UTF_8)).isTrue();
        }
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}

package org.probity.formats.casecf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a stranger sends, there is one reason and no exception. */
class RefusingHostileFrameworksTest {
    static Reading.Reason reason(String file, Limits limits) {
        return switch (Casecf.read(file.getBytes(StandardCharsets.UTF_8), limits)) {
            case Reading.Read read -> throw new AssertionError(read);
            case Reading.Unreadable(var reason, var args) -> reason;
        };
    }

    static Reading.Reason reason(String file) {
        return reason(file, Limits.standard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~ | EMPTY", "~  ~ | EMPTY", "%PDF-1.7 | NOT_JSON", "[1] | NOT_JSON", "{} | NOT_A_FRAMEWORK", "{\"CFDocument\": null} | NOT_A_FRAMEWORK", "{\"CFDocument\": []} | NOT_A_FRAMEWORK",
        "{\"CFDocument\": {\"title\": \"x\"}} | NO_IDENTIFIER", "{\"CFDocument\": {\"identifier\": \"d\"}, \"CFItems\": {}} | WRONG_FORM", "{\"CFDocument\": {\"identifier\": \"d\"}, \"CFItems\": [1]} | WRONG_FORM",
        "{\"CFDocument\": {\"identifier\": \"d\"}, \"CFItems\": [{}]} | NO_IDENTIFIER", "{\"CFDocument\": {\"identifier\": \"d\"}, \"CFItems\": [{\"identifier\": \"d\"}]} | TWICE",
        "{\"CFDocument\": {\"identifier\": \"d\"} | DAMAGED", "{\"CFDocument\": {\"identifier\": \"d\", \"identifier\": \"e\"}} | DAMAGED", "{\"a\": 01} | DAMAGED", "{\"a\": 1e99999} | DAMAGED",
        "{\"a\": \"\\ud800\"} | DAMAGED", "{\"a\": \"\\u0000\"} | DAMAGED", "{\"a\": \"\\q\"} | DAMAGED", "{\"a\": tru} | DAMAGED", "{\"a\": 1} x | DAMAGED", "{\"a\" 1} | DAMAGED", "{\"a\": NaN} | DAMAGED"})
    void eachFaultHasItsReason(String file, Reading.Reason expected) {
        assertThat(reason(file)).isEqualTo(expected);
    }

    @Test
    void bytesThatAreNoUtf8AreNoJson() {
        assertThat(Casecf.read(new byte[] {'{', (byte) 0xc0, (byte) 0x80, '}'})).isEqualTo(new Reading.Unreadable(Reading.Reason.NOT_JSON));
    }

    @Test
    void tooMuchOfAnythingIsNamed() {
        var little = new Limits(1_000, 100, 8, 50, 10);
        assertThat(Casecf.read(new byte[1_001], little)).isEqualTo(new Reading.Unreadable(Reading.Reason.TOO_BIG, Reading.Measure.FILE, 1_000));
        assertThat(Casecf.read("{\"a\":".repeat(9).getBytes(StandardCharsets.UTF_8), little)).isEqualTo(new Reading.Unreadable(Reading.Reason.TOO_BIG, Reading.Measure.DEPTH, 8));
        assertThat(Casecf.read(("{\"a\":[" + "1,".repeat(100) + "1]}").getBytes(StandardCharsets.UTF_8), little)).isEqualTo(new Reading.Unreadable(Reading.Reason.TOO_BIG, Reading.Measure.VALUES, 100));
        assertThat(Casecf.read(("{\"a\":\"" + "x".repeat(51) + "\"}").getBytes(StandardCharsets.UTF_8), little)).isEqualTo(new Reading.Unreadable(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, 50));
        assertThat(Casecf.read(items(11).getBytes(StandardCharsets.UTF_8), little)).isEqualTo(new Reading.Unreadable(Reading.Reason.TOO_BIG, Reading.Measure.NODES, 10));
    }

    static String items(int many) {
        return "{\"CFDocument\":{\"identifier\":\"d\"},\"CFItems\":[" + IntStream.range(0, many).mapToObj("{\"identifier\":\"i%d\"}"::formatted).collect(Collectors.joining(",")) + "]}";
    }

    static String tied(List<String> ties) {
        return "{\"CFDocument\":{\"identifier\":\"d\"},\"CFAssociations\":[" + IntStream.range(0, ties.size()).mapToObj(i -> """
                {"identifier":"a%d","associationType":"isChildOf","originNodeURI":{"identifier":"%s"},"destinationNodeURI":{"identifier":"%s"}}"""
                .formatted(i, ties.get(i).split(">")[0], ties.get(i).split(">")[1])).collect(Collectors.joining(",")) + "]}";
    }

    @Test
    void circlesAreRefusedAndDiamondsAreNone() {
        assertThat(reason(tied(List.of("a>a")))).isEqualTo(Reading.Reason.CIRCLE);
        assertThat(reason(tied(List.of("a>b", "b>c", "c>a")))).isEqualTo(Reading.Reason.CIRCLE);
        assertThat(Casecf.read(tied(List.of("a>b", "a>c", "b>d", "c>d")).getBytes(StandardCharsets.UTF_8))).as("two ways to the same parent").isInstanceOf(Reading.Read.class);
    }

    /** A chain of five thousand, and a lattice with more ways than there are atoms: each is walked once, without a call in a call. */
    @Test
    void deepAndWideTreesAreWalkedOnce() {
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            var chain = IntStream.range(0, 5_000).mapToObj(i -> "n" + i + ">n" + (i + 1)).toList();
            var read = (Reading.Read) Casecf.read(tied(chain).getBytes(StandardCharsets.UTF_8));
            assertThat(read.framework().leaves()).isEmpty();
            var lattice = IntStream.range(0, 300).boxed().flatMap(i -> java.util.stream.Stream.of("a" + i + ">a" + (i + 1), "a" + i + ">b" + (i + 1), "b" + i + ">a" + (i + 1), "b" + i + ">b" + (i + 1)))
                    .toList();
            assertThat(Casecf.read(tied(lattice).getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Read.class);
        });
    }

    /** Seeded: one byte of a right file changed, cut or doubled, five thousand times. */
    @Test
    void aDamagedFileNeverThrows() {
        var right = Casecf.write(RoundTrippingFrameworksTest.own(), Framework.Version.V1_1);
        var random = new Random(20_261_128);
        for (var i = 0; i < 5_000; i++) {
            var file = right.clone();
            for (var n = random.nextInt(3); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            var cut = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(file, random.nextInt(file.length)) : file;
            if (Casecf.read(cut) instanceof Reading.Read(var framework)) {
                framework.leaves().forEach(framework::levels);
            }
            var encoded = Casecf.encode(right, Limits.standard());
            encoded[random.nextInt(encoded.length)] = (byte) random.nextInt(256);
            assertThat(Casecf.decode(encoded, Limits.standard())).isNotNull();
        }
    }
}

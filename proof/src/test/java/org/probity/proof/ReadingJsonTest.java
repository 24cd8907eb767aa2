package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingJsonTest {

    /** Valid by RFC 8259, refused by us on purpose: RFC 7493 section 2.3. */
    private static final Set<String> DUPLICATES = Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    @Test
    void everyCaseOfThePublishedSuiteIsJudgedAsItShould() {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (Path file : Vectors.files(Vectors.folder("security/jsontestsuite"))) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".json")) {
                continue;
            }
            cases++;
            boolean read = reads(Vectors.bytes(file));
            boolean should = name.startsWith("y_") && !DUPLICATES.contains(name);
            if (!name.startsWith("i_") && read != should) {
                wrong.add(name);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isEqualTo(318);
    }

    @Test
    void everyPublishedCaseOfRfc8785IsWrittenByteForByte() {
        Path folder = Vectors.folder("security/jcs-rfc8785").resolve("testdata");
        for (Path input : Vectors.files(folder.resolve("input"))) {
            byte[] expected = Vectors.bytes(folder.resolve("output").resolve(input.getFileName()));
            assertThat(Json.parse(Vectors.bytes(input)).canonical()).as(input.toString()).isEqualTo(expected);
        }
    }

    @Test
    void numbersAreWrittenAsEcmaScriptWritesThem() {
        assertThat(written("[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0,1e21,123456789012345680000]"))
                .isEqualTo("[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,123456789012345680000]");
        assertThat(written("[4.9E-324,1.7976931348623157e308,9007199254740991,9007199254740993,1e-7,0.000001,100,5e-324]"))
                .isEqualTo("[5e-324,1.7976931348623157e+308,9007199254740991,9007199254740992,1e-7,0.000001,100,5e-324]");
    }

    @Test
    void keysAreSortedByTheirUtf16Units() {
        assertThat(written("{\"\uFB33\":1,\"\uD83D\uDE00\":2,\"\u00F6\":3,\"1\":4}"))
                .isEqualTo("{\"1\":4,\"\u00F6\":3,\"\uD83D\uDE00\":2,\"\uFB33\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "[1,]", "{a:1}", "[01]", "[1.]", "[+1]", "[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "", " ",
            "[1] 2", "nul", "[\"\t\"]", "[\"\\x\"]", "[1e400000000000]", "\"", "[", "{\"a\"", "[\"\\u12\"]", "[NaN]"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text).canonical()).isInstanceOf(Malformed.class);
    }

    @Test
    void depthIsCapped() {
        assertThat(reads(("[".repeat(65) + "]".repeat(65)).getBytes(StandardCharsets.US_ASCII))).isTrue();
        assertThat(reads(("[".repeat(66) + "]".repeat(66)).getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(reads("[".repeat(100_000).getBytes(StandardCharsets.US_ASCII))).isFalse();
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThat(reads(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isFalse();
        assertThat(reads(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})).isFalse();
        assertThat(reads(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '1'})).isFalse();
    }

    @Test
    void onlyTheCanonicalSpellingPassesWhereBytesAreHashed() {
        assertThat(Json.parseCanonical("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo(Json.object("a", 1));
        for (String other : List.of("{ \"a\":1}", "{\"a\":1.0}", "{\"a\":1}\n", "{\"\\u0061\":1}", "{\"b\":1,\"a\":1}", "-0")) {
            assertThatThrownBy(() -> Json.parseCanonical(other.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void javaValuesBecomeJsonWithoutLosingADigit() {
        Json json = Json.of(Map.of("amount", new java.math.BigDecimal("128790.460"), "day", LocalDate.of(2026, 3, 31), "list", List.of(1, true)));
        assertThat(json.text()).isEqualTo("{\"amount\":\"128790.460\",\"day\":\"2026-03-31\",\"list\":[1,true]}");
        assertThatThrownBy(() -> Json.of(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(String text) {
        return Json.parse(text).text();
    }

    private static boolean reads(byte[] bytes) {
        try {
            Json.parse(bytes);
            return true;
        } catch (Malformed refused) {
            return false;
        }
    }
}

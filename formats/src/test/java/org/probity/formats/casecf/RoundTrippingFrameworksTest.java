package org.probity.formats.casecf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.formats.casecf.Framework.Association;
import org.probity.formats.casecf.Framework.Rubric.Criterion;
import org.probity.formats.casecf.Framework.Rubric.Level;

/** What is read and written again means the same, in both versions and through the worker's message. */
class RoundTrippingFrameworksTest {
    private static final Path GIVEN = Path.of("../../shared/data/people/case");
    private static final String DAY = "2026-01-02T03:04:05+00:00";

    static Stream<Path> given() throws IOException {
        if (!Files.isDirectory(GIVEN)) {
            return Stream.of(GIVEN);
        }
        try (var files = Files.list(GIVEN)) {
            return files.filter(it -> it.toString().endsWith("ramework.json") || it.endsWith("Ordering.json")).sorted().toList().stream();
        }
    }

    /** Files of a public project, where they are present; our own below always. */
    @ParameterizedTest
    @MethodSource("given")
    void givenFrameworksComeBackTheSame(Path file) throws IOException {
        assumeThat(Files.isRegularFile(file)).isTrue();
        returns(Files.readAllBytes(file));
    }

    @Test
    void thereAreNineOfThem() throws IOException {
        assumeThat(Files.isDirectory(GIVEN)).isTrue();
        assertThat(given()).hasSize(9);
    }

    @Test
    void ourOwnComesBackTheSame() {
        var framework = own();
        for (var version : Framework.Version.values()) {
            returns(Casecf.write(framework, version));
        }
        var read = read(Casecf.write(framework, Framework.Version.V1_1));
        assertThat(read.version()).isEqualTo(Framework.Version.V1_1);
        assertThat(read.leaves()).extracting(Framework.Item::code).as("in the order of the tree").containsExactly("K1", "S1");
        assertThat(read.levels(read.leaves().getFirst()).orElseThrow().levels()).extracting(Level::quality).containsExactly("P1", "P2");
        assertThat(read.leaves().getFirst()).extracting(Framework.Item::label, Framework.Item::levels).containsExactly("结与钝化", List.of("1", "2"));
    }

    static Framework own() {
        var uri = "urn:own";
        var k1 = Framework.Item.of("i-1", uri + ":1", "Junctions \"and\" passivation\n\u0001", "K1", "KNOWLEDGE", "结与钝化", List.of("1", "2"), DAY);
        var s1 = Framework.Item.of("i-2", uri + ":2", "Recipes 😀", "S1", "SKILL", "", List.of(), DAY);
        return new Framework(Framework.Version.V1_0, Framework.Document.of("d-1", uri, "Diffusion", "Helia Solar", "en", "", DAY), List.of(s1, k1),
                List.of(Association.of("a-2", uri + ":a2", Association.CHILD, "i-2", uri + ":2", "d-1", uri, 10, DAY), Association.of("a-1", uri + ":a1", Association.CHILD, "i-1", uri + ":1", "d-1", uri, 9, DAY)),
                List.of(Framework.Rubric.of("r-1", uri + ":r", "Levels", List.of(new Criterion("i-1", List.of(new Level("P1", "Finds", "能找到"), new Level("P2", "Explains", "能讲清")))), DAY)),
                new Json.Obj(new java.util.LinkedHashMap<>()));
    }

    private static void returns(byte[] file) {
        var read = read(file);
        for (var version : Framework.Version.values()) {
            var again = read(Casecf.write(read, version));
            assertThat(again.version()).isEqualTo(version);
            assertThat(Sameness.of(read, again)).isTrue();
            assertThat(again.items()).hasSameSizeAs(read.items());
            assertThat(again.associations()).hasSameSizeAs(read.associations());
        }
        assertThat(Casecf.decode(Casecf.encode(file, Limits.standard()), Limits.standard())).isEqualTo(new Reading.Read(read));
    }

    static Framework read(byte[] file) {
        return switch (Casecf.read(file)) {
            case Reading.Read(var framework) -> framework;
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable);
        };
    }

    @Test
    void differentSpellingsMeanTheSameAndOtherWordsDoNot() {
        var one = text("""
                {"CFDocument": {"identifier": "d", "title": "T", "notes": null, "CFPackageURI": {"title": "T", "identifier": "d", "uri": "u:d"}},
                 "CFItems": [{"identifier": "a", "fullStatement": "A"}, {"identifier": "b", "fullStatement": "B"}],
                 "CFAssociations": [{"identifier": "x", "associationType": "isChildOf", "originNodeURI": {"uri": "u:a"}, "destinationNodeURI": {"uri": "u:d"}, "sequenceNumber": "10"}],
                 "CFDefinitions": [{"CFConcepts": []}]}""");
        var other = text("""
                {"CFPackage": {"CFItems": [{"fullStatement": "B", "identifier": "b"}, {"fullStatement": "A", "identifier": "a", "language": null}],
                 "CFDefinitions": {"CFConcepts": []},
                 "CFAssociations": [{"identifier": "x", "associationType": "isChildOf", "originNodeURI": "u:a", "destinationNodeURI": "u:d", "sequenceNumber": 10}],
                 "CFRubrics": null, "CFDocument": {"identifier": "d", "title": "T", "CFPackageURI": "u:d"}}}""");
        assertThat(Sameness.of(one, other)).as("the null of CFRubrics is nothing").isTrue();
        assertThat(one.associations().getFirst()).extracting(Association::origin, Association::sequence).containsExactly("u:a", 10);
        assertThat(Sameness.of(one, text(new String(Casecf.write(one, Framework.Version.V1_0), StandardCharsets.UTF_8).replace("\"B\"", "\"C\"")))).isFalse();
        assertThat(Sameness.of(one, text(new String(Casecf.write(one, Framework.Version.V1_0), StandardCharsets.UTF_8).replace("\"10\"", "\"11\"")))).isFalse();
    }

    static Framework text(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }
}

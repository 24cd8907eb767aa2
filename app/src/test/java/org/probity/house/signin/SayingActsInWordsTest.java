package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is noted in the trail or put before a second person is read by people; a room that begins to do so names it in both languages. */
class SayingActsInWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/probity");
    private static final Pattern NOTED = Pattern.compile("trail\\.note\\(\\s*\"([^\"]+)\"");
    private static final Pattern DETAILS = Pattern.compile("trail\\.note\\([^;]*?Map\\.of\\(([^;]*)\\)\\);");
    private static final Pattern NAME = Pattern.compile("\"([a-z][A-Za-z0-9-]*)\",");
    private static final Pattern MATTER = Pattern.compile("(?:MATTER\\w*|PUBLISH|BAN|LIFT|TRUE_HIT|NO_HIT) = \"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyKindOfActEachDetailAndEveryMatterHasAWord(String lang) throws IOException {
        var words = new Properties();
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.endsWith("messages_" + lang + ".properties")).forEach(file -> load(words, file));
        }
        var wanted = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).map(SayingActsInWordsTest::read).forEach(source -> {
                found(NOTED, source).map(kind -> "signin.audit." + kind).forEach(wanted::add);
                found(DETAILS, source).flatMap(details -> found(NAME, details)).map(name -> "signin.trail.detail." + name).forEach(wanted::add);
                found(MATTER, source).map(matter -> "decision.matter." + matter).forEach(wanted::add);
            });
        }
        assertThat(wanted).hasSizeGreaterThan(40);
        assertThat(wanted).filteredOn(key -> !words.containsKey(key)).isEmpty();
    }

    private static Stream<String> found(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(it -> it.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(Properties words, Path file) {
        try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of all rooms: both languages complete, none left over, Chinese set as Chinese. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/probity");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]");
    /** Every word in quotes, those of SQL among them; a key put together from parts stands as its beginning, such as "ui.theme." */
    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z_]+(?:\\.[a-zA-Z0-9_-]*)+)[\"']");
    /** Where a message is asked for: the screen, a column of a table, a refusal, a kind of evidence in a figure's rows. */
    private static final Pattern ASKED = Pattern.compile(
            "'kind', '([a-z]+\\.[a-z.-]+)'|(?:\\bs(?:creen)?\\.t\\(|\\.(?:head|text|number|day|state|id|why)\\(|\\brefused\\(\\s*\"\\w*\",)\\s*\"([a-z_]+\\.[a-z0-9_.-]+)\"");
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}\\s*[,;:!?.]\\s*(\\p{IsHan}|$)|[(]\\p{IsHan}|\\p{IsHan}[)]|\\p{IsHan}\\s*·\\s\\p{IsHan}");

    private final Messages messages = new Messages("strict");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(messages.all(Lang.ZH).keySet()).isEqualTo(messages.all(Lang.EN).keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        messages.all(Lang.EN).forEach((key, english) ->
                assertThat(arguments(messages.all(Lang.ZH).getOrDefault(key, english))).as(key).isEqualTo(arguments(english)));
    }

    private static TreeSet<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyBeginsWithItsRoom() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.getFileName().toString().startsWith("messages_")).forEach(file -> {
                String room = file.getParent().getFileName().toString();
                assertThat(lines(file)).as(file.toString()).allMatch(line -> line.isBlank() || line.startsWith("#") || line.startsWith(room + "."));
            });
        }
    }

    @Test
    void noSentenceIsLeftOver() throws IOException {
        String sources = sources();
        var used = QUOTED.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var left = messages.all(Lang.EN).keySet().stream()
                .filter(key -> !used.contains(key))
                // Put together: from "ui.theme." and a word, from "signin.reset" and ".act", or from a kind and a word of the room.
                .filter(key -> used.stream().noneMatch(part -> part.endsWith(".") && key.startsWith(part)))
                .filter(key -> used.stream().noneMatch(part ->
                        key.startsWith(part + ".") && (sources.contains("\"" + key.substring(part.length()) + "\"")
                                || sources.contains("\"" + key.substring(part.length() + 1) + "\""))))
                .toList();
        assertThat(left).isEmpty();
    }

    /** Of rooms that have sentences at all; one without any shows no pages yet. */
    @Test
    void noSentenceIsMissing() throws IOException {
        var rooms = messages.all(Lang.EN).keySet().stream().map(MessagesTest::room).collect(Collectors.toSet());
        var asked = ASKED.matcher(sources()).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(key -> !key.endsWith(".") && rooms.contains(room(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isSubsetOf(messages.all(Lang.EN).keySet());
    }

    @Test
    void chineseIsSetWithFullWidthStops() {
        messages.all(Lang.ZH).forEach((key, text) -> assertThat(HALF_WIDTH.matcher(text).find()).as(key + " = " + text).isFalse());
    }

    @Test
    void aNumberChoosesItsForm() {
        assertThat(fill("{0|# day|# days} left", 1)).isEqualTo("1 day left");
        assertThat(fill("{0|# day|# days} left", 12)).isEqualTo("12 days left");
        assertThat(fill("还有{0}天", 1)).isEqualTo("还有1天");
        assertThat(fill("It's {1} of {0}", "x", "y")).isEqualTo("It's y of x");
    }

    @Test
    void anArgumentIsNeverReadAsAPattern() {
        assertThat(fill("{0}", "{1} <b> # |")).isEqualTo("{1} <b> # |");
    }

    @Test
    void aMissingArgumentIsSaidAtOnce() {
        assertThatThrownBy(() -> fill("{1}", "x")).hasMessageContaining("argument 1 is missing");
    }

    @Test
    void anUnknownKeyFailsHereAndShowsItselfElsewhere() {
        Map<Lang, SortedMap<String, String>> none = new EnumMap<>(Map.of(Lang.EN, new TreeMap<>(), Lang.ZH, new TreeMap<>()));
        assertThatThrownBy(() -> new Messages(true, none).text(Lang.EN, "no.such", Object::toString)).hasMessageContaining("no.such");
        assertThat(new Messages(false, none).text(Lang.EN, "no.such", Object::toString)).isEqualTo("no.such");
    }

    private static String room(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static String fill(String pattern, Object... args) {
        return Messages.fill(pattern, Object::toString, args);
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|jte|sql)"))
                    .map(file -> String.join("\n", lines(file))).collect(Collectors.joining("\n"));
        }
    }

    private static java.util.List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HavingWordsTest {

    private static final Words ENGLISH = Words.of(Locale.ENGLISH);
    private static final Words CHINESE = Words.of(Locale.SIMPLIFIED_CHINESE);

    @Test
    void bothLanguagesKnowTheSameKeys() {
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(CHINESE.keys());
    }

    @Test
    void everyKeyUsedHasWordsAndEveryWordIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        Pattern key = Pattern.compile("\"(cmrt\\.[a-z0-9.-]+[a-z0-9])\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher matcher = key.matcher(Files.readString(source));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        used.remove("cmrt.unreadable");
        Arrays.stream(OpenItem.Kind.values()).map(OpenItem.Kind::key).forEach(used::add);
        Arrays.stream(Reading.Reason.values()).map(r -> new Reading.Unreadable(r).key()).forEach(used::add);
        for (Enum<?>[] values : List.of(Metal.values(), Question.values(), CompanyQuestion.values(), Field.values(), Reply.values(),
                Reading.Measure.values())) {
            Arrays.stream(values).map(Words::key).forEach(used::add);
        }
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(used);
    }
}

package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.proof.Verifier;

/** What the verifier answers has one wording: in its own mouth, on the site and in the guide. */
class SpeakingOfVerdictsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theSiteAndTheGuideSayWhatTheVerifierSays(String lang) throws IOException {
        var verdicts = read(Verifier.class, "verdict_" + lang + ".properties");
        var site = read(Statements.class, "messages_" + lang + ".properties").getProperty("statement.verify-answers").toLowerCase();
        var guide = Files.readString(Path.of("../docs/guide/" + lang + "/verifying.md"));
        for (var verdict : List.of("PROVED", "CONSISTENT_SIGNER_UNKNOWN", "NOT_PROVED")) {
            var word = verdicts.getProperty(verdict).replaceAll("[.。]$", "");
            assertThat(site).contains(word.toLowerCase());
            assertThat(guide).contains("| " + word + " |");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"验证", "签名者", "数字都"})
    void theVerifierAndTheSiteUseTheSameNouns(String otherWord) throws IOException {
        assertThat(Stream.concat(read(Verifier.class, "verdict_zh.properties").values().stream(), read(Statements.class, "messages_zh.properties").values().stream()))
                .noneMatch(words -> words.toString().contains(otherWord));
    }

    private static Properties read(Class<?> beside, String name) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(beside.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}

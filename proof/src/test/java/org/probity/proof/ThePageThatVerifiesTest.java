package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class ThePageThatVerifiesTest {

    private static final String PAGE = page();

    @Test
    void allowsItsOwnScriptsAndStyleByTheirHashesAndNothingElse() {
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(PAGE);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1)).isEqualTo("default-src 'none'; script-src " + hash(between("<script id=\"core\">", "</script>")) + " "
                + hash(between("<script id=\"ui\">", "</script>")) + "; style-src " + hash(between("<style>", "</style>"))
                + "; base-uri 'none'; form-action 'none'");
    }

    @Test
    void reachesForNothingOutsideItself() {
        assertThat(PAGE).doesNotContain("http://", "https://", "fetch(", "XMLHttpRequest", "import(", "innerHTML", "url(", "src=");
    }

    @Test
    void saysWhatTheCommandSays() {
        Json.Obj words = (Json.Obj) Json.parse(PAGE.substring(PAGE.indexOf("const WORDS = ") + 14, PAGE.indexOf("};", PAGE.indexOf("const WORDS = ")) + 1));
        for (String lang : new String[] {"en", "zh"}) {
            Properties expected = VerifyCommand.words(lang);
            Map<String, String> found = new TreeMap<>();
            ((Json.Obj) words.get(lang).orElseThrow()).members().forEach((key, word) -> found.put(key, ((Json.Str) word).value()));
            assertThat(found).isEqualTo(new TreeMap<Object, Object>(expected));
        }
        assertThat(VerifyCommand.words("zh").keySet()).isEqualTo(VerifyCommand.words("en").keySet());
    }

    private static String hash(String script) {
        return "'sha256-" + Base64.getEncoder().encodeToString(Hash.sha256(script.getBytes(StandardCharsets.UTF_8)).bytes()) + "'";
    }

    private static String between(String start, String end) {
        int from = PAGE.indexOf(start) + start.length();
        return PAGE.substring(from, PAGE.indexOf(end, from));
    }

    private static String page() {
        try (var in = Objects.requireNonNull(Verifier.class.getResourceAsStream("verify.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

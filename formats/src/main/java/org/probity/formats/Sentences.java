package org.probity.formats;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// Texts by key in one of the two languages, as they lie beside the classes of a format.
public final class Sentences {

    private final Locale locale;
    private final Properties texts = new Properties();

    /// Chinese for every Chinese locale, English for all others.
    ///
    /// @param beside a class in whose package they lie
    /// @param base what their files are called: `findings` for `findings_en.properties` and `findings_zh.properties`
    public Sentences(Class<?> beside, String base, Locale reader) {
        boolean chinese = reader.getLanguage().equals("zh");
        this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String resource = base + (chinese ? "_zh" : "_en") + ".properties";
        try (Reader in = new InputStreamReader(Objects.requireNonNull(beside.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    public String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }

    public String say(String key, Object... args) {
        return new MessageFormat(text(key), locale).format(args);
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(texts.stringPropertyNames());
    }
}

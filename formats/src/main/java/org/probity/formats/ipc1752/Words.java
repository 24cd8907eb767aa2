package org.probity.formats.ipc1752;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// The sentences for findings and for unreadable files, in English and Chinese.
public final class Words {

    private final Locale locale;
    private final Properties texts = new Properties();

    private Words(Locale locale, String resource) {
        this.locale = locale;
        try (Reader reader = new InputStreamReader(Words.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// Chinese for every Chinese locale, English for all others.
    public static Words of(Locale locale) {
        return locale.getLanguage().equals("zh")
                ? new Words(Locale.SIMPLIFIED_CHINESE, "findings_zh.properties")
                : new Words(Locale.ENGLISH, "findings_en.properties");
    }

    public String say(Finding finding) {
        return say(finding.key(), finding.args());
    }

    public String say(Reading.Unreadable unreadable) {
        return say(unreadable.key(), unreadable.args());
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(texts.stringPropertyNames());
    }

    private String say(String key, List<Object> args) {
        Object[] words = args.stream().map(it -> it instanceof Reading.Measure measure ? text("ipc1752.measure." + measure.name().toLowerCase(Locale.ROOT)) : it.toString()).toArray();
        return new MessageFormat(text(key), locale).format(words);
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }
}

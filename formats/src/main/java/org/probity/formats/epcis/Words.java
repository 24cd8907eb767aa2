package org.probity.formats.epcis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// The sentences for what was refused, in English and Chinese.
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
                ? new Words(Locale.SIMPLIFIED_CHINESE, "refusals_zh.properties")
                : new Words(Locale.ENGLISH, "refusals_en.properties");
    }

    /// Where it stands and what is wrong: `Event 3, line 41, quantityList: "kg" is no code of a unit.`
    public String say(Reading.Refusal refusal) {
        Position at = refusal.at();
        StringBuilder said = new StringBuilder();
        if (at.event() > 0) {
            said.append(format("epcis.at.event", at.event()));
        }
        if (at.line() > 0) {
            said.append(format("epcis.at.line", at.line()));
        }
        if (!at.path().isEmpty()) {
            said.append(format("epcis.at.field", at.path()));
        }
        Object[] args = refusal.args().stream()
                .map(it -> it instanceof Reading.Measure measure ? text("epcis.measure." + measure.name().toLowerCase(Locale.ROOT)) : it.toString())
                .toArray();
        return said.append(format(refusal.key(), args)).toString();
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(texts.stringPropertyNames());
    }

    private String format(String key, Object... args) {
        return new MessageFormat(text(key), locale).format(args);
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }
}

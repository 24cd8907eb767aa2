package org.probity.formats.cmrt;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The samples' labels, in words of our own.
final class SampleWords {

    private SampleWords() {
    }

    static Map<String, String> in(SampleOrder.LabelLanguage language) {
        String name = "sample_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        Properties texts = new Properties();
        try (Reader reader = new StringReader(new String(SmelterList.resource(name), StandardCharsets.UTF_8))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(Function.identity(), texts::getProperty));
    }
}

package org.probity.house.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence of every room in both languages, read once from {@code messages_en.properties} and {@code messages_zh.properties} beside
 * the rooms.
 *
 * <p>{@code {0}} stands for the first argument. {@code {0|# day|# days}} chooses by number, and {@code #} is the number. Nothing else is
 * special: no quoting rules, so an apostrophe is an apostrophe.
 *
 * <p>The same key in two rooms is an error at the start: one of them would show the other's words.
 */
@Component
public class Messages {
    private final Map<Lang, SortedMap<String, String>> texts = new EnumMap<>(Lang.class);
    private final boolean strict;

    /** @param rule {@code strict} in tests: an unknown key fails instead of being shown */
    @Autowired
    public Messages(@Value("${probity.messages:lenient}") String rule) {
        this(rule.equals("strict"), read());
    }

    Messages(boolean strict, Map<Lang, SortedMap<String, String>> texts) {
        this.strict = strict;
        this.texts.putAll(texts);
    }

    public boolean knows(Lang lang, String key) {
        return texts.get(lang).containsKey(key);
    }

    SortedMap<String, String> all(Lang lang) {
        return Collections.unmodifiableSortedMap(texts.get(lang));
    }

    /** The words for somebody who is not at the screen, as in a letter; arguments are written as they come. */
    public String letter(Lang lang, String key, Object... args) {
        return text(lang, key, Object::toString, args);
    }

    /** @param words how an argument is written in this language */
    public String text(Lang lang, String key, Function<Object, String> words, Object... args) {
        String pattern = texts.get(lang).get(key);
        if (pattern == null) {
            if (strict) {
                throw new IllegalArgumentException("no message " + key + " in " + lang);
            }
            return key;
        }
        return fill(pattern, words, args);
    }

    static String fill(String pattern, Function<Object, String> words, Object... args) {
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        var text = new StringBuilder();
        int at = 0;
        for (int open; (open = pattern.indexOf('{', at)) >= 0; ) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a brace is not closed in: " + pattern);
            }
            text.append(pattern, at, open);
            String[] parts = pattern.substring(open + 1, close).split("\\|", -1);
            int number = Integer.parseInt(parts[0]);
            if (number >= args.length) {
                throw new IllegalArgumentException("argument " + number + " is missing for: " + pattern);
            }
            Object arg = args[number];
            text.append(parts.length == 1
                    ? words.apply(arg)
                    : parts[isOne(arg) ? 1 : parts.length - 1].replace("#", words.apply(arg)));
            at = close + 1;
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    private static boolean isOne(Object arg) {
        return arg instanceof Number number && number.toString().equals("1");
    }

    private static Map<Lang, SortedMap<String, String>> read() {
        var all = new EnumMap<Lang, SortedMap<String, String>>(Lang.class);
        for (Lang lang : Lang.values()) {
            var texts = new TreeMap<String, String>();
            var rooms = new HashMap<String, String>();
            try {
                for (Resource bundle : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:org/probity/**/messages_" + lang.code() + ".properties")) {
                    read(bundle, texts, rooms);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(lang, texts);
        }
        return all;
    }

    private static void read(Resource bundle, Map<String, String> texts, Map<String, String> rooms) throws IOException {
        // Properties would let a later line win in silence; put() sees each line.
        var lines = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                String name = (String) key;
                String before = rooms.put(name, bundle.toString());
                if (before != null) {
                    throw new IllegalStateException("message " + name + " stands in " + before + " and again in " + bundle);
                }
                texts.put(name, (String) value);
                return value;
            }
        };
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            lines.load(reader);
        }
    }
}

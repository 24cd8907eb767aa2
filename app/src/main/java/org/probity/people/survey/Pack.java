package org.probity.people.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.proof.Hash;

/**
 * A questionnaire in one version: dimensions, and what one agrees to or not on five steps. It comes with the house, or somebody brings it, as a file in both languages and is never
 * changed; other words are another version.
 *
 * @param termsEn under which it may be used; empty: our own words
 * @param sha256 of the file, which the log says of each round
 */
public record Pack(String code, String nameEn, String nameZh, String termsEn, String termsZh, List<Dimension> dimensions, String sha256) {
    static final int STEPS = 5;
    /** What a single answer comes to at most. */
    static final int MOST = STEPS - 1;
    static final int ITEMS_MOST = 60;
    private static final int WORDS_MOST = 400;
    /** For everybody once a year: the four dimensions that the company names, four more, and being glad to work here. */
    public static final String YEARLY = "climate-2";
    private static final Map<String, Pack> SHIPPED = Stream.of(YEARLY, "safety-1", "climate-1").map(Pack::load).collect(Collectors.toUnmodifiableMap(Pack::code, it -> it));
    private static final List<String> CODES = List.of(YEARLY, "safety-1", "climate-1");
    static final String CODE = "[a-z]+(-[a-z0-9]+)?";

    /** What the five steps are called, where they are not degrees of agreeing. */
    public record Steps(List<String> en, List<String> zh) {
        public Steps {
            en = List.copyOf(en);
            zh = List.copyOf(zh);
        }
    }

    /** @param outcome what the others are held against; it is told beside the score and is no part of it */
    public record Dimension(String code, String nameEn, String nameZh, boolean outcome, List<Item> items) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }
    }

    /** @param steps null: degrees of agreeing @param reversed the first step is worth most */
    public record Item(String code, String textEn, String textZh, @Nullable Steps steps, boolean reversed) {
        public String text(Lang lang) {
            return lang == Lang.ZH ? textZh : textEn;
        }

        /** What a step is called, from one on; none: a degree of agreeing. */
        public Optional<String> step(int no, Lang lang) {
            return Optional.ofNullable(steps).map(it -> (lang == Lang.ZH ? it.zh() : it.en()).get(no - 1));
        }

        /** What an answer from one to five is worth. */
        int points(int answer) {
            return reversed ? STEPS - answer : answer - 1;
        }

        String dimension() {
            return code.substring(0, code.indexOf('-'));
        }
    }

    /** A line of a file that is none of a pack; zero: something is missing as a whole. */
    static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        final int line;

        Unreadable(int line, String words) {
            super(words);
            this.line = line;
        }
    }

    public Pack {
        dimensions = List.copyOf(dimensions);
    }

    public String name(Lang lang) {
        return lang == Lang.ZH ? nameZh : nameEn;
    }

    public String terms(Lang lang) {
        return lang == Lang.ZH ? termsZh : termsEn;
    }

    public List<Item> items() {
        return dimensions.stream().flatMap(it -> it.items().stream()).toList();
    }

    /** What the score is made of: all but the outcome; a pack that asks for nothing else is its own score. */
    List<Item> scored() {
        var scored = dimensions.stream().filter(it -> !it.outcome()).flatMap(it -> it.items().stream()).toList();
        return scored.isEmpty() ? items() : scored;
    }

    Optional<Dimension> outcome() {
        return dimensions.stream().filter(Dimension::outcome).findFirst();
    }

    /** Those of its items alone, in its order; what is left of each dimension. */
    public Pack of(List<String> items) {
        return new Pack(code, nameEn, nameZh, termsEn, termsZh,
                dimensions.stream().map(it -> new Dimension(it.code(), it.nameEn(), it.nameZh(), it.outcome(), it.items().stream().filter(item -> items.contains(item.code())).toList()))
                        .filter(it -> !it.items().isEmpty()).toList(),
                sha256);
    }

    /** Those that come with the house. */
    public static List<Pack> shipped() {
        return CODES.stream().map(SHIPPED::get).toList();
    }

    public static Optional<Pack> shipped(String code) {
        return Optional.ofNullable(SHIPPED.get(code));
    }

    private static Pack load(String code) {
        try (var in = Pack.class.getResourceAsStream("packs/" + code + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no pack " + code);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line is a head ({@code = code | name | 名称}), terms of use ({@code !}), what five steps are called ({@code %}, each language with semicolons between), a dimension ({@code @}), the
     * dimension that the others are held against ({@code *}), or an item ({@code >}, with the code of its steps and {@code reversed} behind, where it has these).
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    static Pack read(String text) {
        List<String> head = List.of();
        List<String> terms = List.of("", "");
        var steps = new HashMap<String, Steps>();
        var dimensions = new ArrayList<Dimension>();
        var lines = text.lines().map(String::strip).toList();
        for (int no = 1; no <= lines.size(); no++) {
            var line = lines.get(no - 1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var words = Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
            var coded = words.size() >= 3 && words.getFirst().matches(CODE) && words.stream().allMatch(it -> !it.isEmpty() && it.length() <= WORDS_MOST);
            var known = coded && words.size() == 3;
            var first = line.charAt(0);
            if (first == '=' && known && head.isEmpty()) {
                head = words;
            } else if (first == '!' && words.size() == 2 && words.stream().allMatch(it -> !it.isEmpty() && it.length() <= WORDS_MOST) && terms.getFirst().isEmpty()) {
                terms = words;
            } else if (first == '%' && known && steps(words.get(1)).size() == STEPS && steps(words.get(2)).size() == STEPS) {
                steps.put(words.getFirst(), new Steps(steps(words.get(1)), steps(words.get(2))));
            } else if ((first == '@' || first == '*' && dimensions.stream().noneMatch(Dimension::outcome)) && known && !words.getFirst().contains("-") && !head.isEmpty()) {
                dimensions.add(new Dimension(words.get(0), words.get(1), words.get(2), first == '*', new ArrayList<>()));
            } else if (first == '>' && coded && words.size() <= 5 && !dimensions.isEmpty() && words.getFirst().startsWith(dimensions.getLast().code() + "-") && rest(words, steps)) {
                var named = words.size() > 3 ? steps.get(words.get(3)) : null;
                dimensions.getLast().items().add(new Item(words.get(0), words.get(1), words.get(2), named, words.size() > 3 && words.getLast().equals("reversed")));
            } else {
                throw new Unreadable(no, "neither a pack nor a dimension nor an item of one: " + line);
            }
        }
        var items = dimensions.stream().flatMap(it -> it.items().stream()).map(Item::code).toList();
        if (head.isEmpty() || items.isEmpty() || items.size() > ITEMS_MOST || items.stream().distinct().count() < items.size() || dimensions.stream().map(Dimension::code).distinct().count() < dimensions.size()
                || dimensions.stream().anyMatch(it -> it.items().isEmpty())) {
            throw new Unreadable(0, "a pack has a name, dimensions with items, each once, and no more than " + ITEMS_MOST);
        }
        return new Pack(head.get(0), head.get(1), head.get(2), terms.get(0), terms.get(1), dimensions, Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /** Behind the words of an item: steps that the file named before, and whether they are worth the other way round; in this order. */
    private static boolean rest(List<String> words, Map<String, Steps> steps) {
        return IntStream.range(3, words.size()).allMatch(at -> at == 3 && steps.containsKey(words.get(at)) || at == words.size() - 1 && words.get(at).equals("reversed"));
    }

    private static List<String> steps(String words) {
        return Arrays.stream(words.split("[;；]")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}

package org.probity.people.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Lang;
import org.probity.proof.Hash;

/**
 * A questionnaire in one version: dimensions, and what one agrees to or not on five steps. It comes with the house as a file in both languages and is never
 * changed; other words are another version.
 *
 * @param sha256 of the file, which the log says of each round
 */
public record Pack(String code, String nameEn, String nameZh, List<Dimension> dimensions, String sha256) {
    static final int STEPS = 5;
    /** What a single answer comes to at most. */
    static final int MOST = STEPS - 1;
    /** For everybody once a year: the four dimensions that the company names, and four more. */
    public static final String YEARLY = "climate-1";
    private static final List<String> CODES = List.of(YEARLY, "safety-1");

    public record Dimension(String code, String nameEn, String nameZh, List<Item> items) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }
    }

    public record Item(String code, String textEn, String textZh) {
        public String text(Lang lang) {
            return lang == Lang.ZH ? textZh : textEn;
        }

        String dimension() {
            return code.substring(0, code.indexOf('-'));
        }
    }

    public Pack {
        dimensions = List.copyOf(dimensions);
    }

    public String name(Lang lang) {
        return lang == Lang.ZH ? nameZh : nameEn;
    }

    public List<Item> items() {
        return dimensions.stream().flatMap(it -> it.items().stream()).toList();
    }

    /** Those of its items alone, in its order; what is left of each dimension. */
    public Pack of(List<String> items) {
        return new Pack(code, nameEn, nameZh, dimensions.stream().map(it -> new Dimension(it.code(), it.nameEn(), it.nameZh(), it.items().stream().filter(item -> items.contains(item.code())).toList()))
                .filter(it -> !it.items().isEmpty()).toList(), sha256);
    }

    public static List<Pack> all() {
        return CODES.stream().map(Pack::load).toList();
    }

    public static Optional<Pack> find(String code) {
        return CODES.contains(code) ? Optional.of(load(code)) : Optional.empty();
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

    /** @throws IllegalArgumentException naming the line that cannot be read */
    static Pack read(String text) {
        List<String> head = List.of();
        var dimensions = new ArrayList<Dimension>();
        for (var line : text.lines().map(String::strip).filter(it -> !it.isEmpty() && !it.startsWith("#")).toList()) {
            var words = Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
            var known = words.size() == 3 && words.getFirst().matches("[a-z]+(-[a-z0-9]+)?");
            if (line.startsWith("=") && known && head.isEmpty()) {
                head = words;
            } else if (line.startsWith("@") && known && !head.isEmpty()) {
                dimensions.add(new Dimension(words.get(0), words.get(1), words.get(2), new ArrayList<>()));
            } else if (line.startsWith(">") && known && !dimensions.isEmpty() && words.getFirst().startsWith(dimensions.getLast().code() + "-")) {
                dimensions.getLast().items().add(new Item(words.get(0), words.get(1), words.get(2)));
            } else {
                throw new IllegalArgumentException("neither a pack nor a dimension nor an item of one: " + line);
            }
        }
        var items = dimensions.stream().flatMap(it -> it.items().stream()).map(Item::code).toList();
        if (head.isEmpty() || items.isEmpty() || items.stream().distinct().count() < items.size() || dimensions.stream().anyMatch(it -> it.items().isEmpty())) {
            throw new IllegalArgumentException("a pack has a name, dimensions with items, and each item once");
        }
        return new Pack(head.get(0), head.get(1), head.get(2), dimensions, Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex());
    }
}

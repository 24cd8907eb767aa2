package org.probity.people.career;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.probity.house.ui.Lang;
import org.probity.proof.Json;

/** Tracks and standards as a pack or a file words them, before anybody has agreed to them. */
public record Draft(String source, List<Track> tracks, List<Standard> standards) {
    /** Something in both languages. */
    public record Said(String en, String zh) {
        public String in(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    public record Track(String code, Ladder ladder, Said family, Said name) {}

    /** @param from the level from which on it is asked; @param levels what each level asks of it */
    public record Item(String code, Part part, int from, Said title, Map<Integer, Said> levels) {
        public Item {
            levels = java.util.Collections.unmodifiableMap(new TreeMap<>(levels));
        }
    }

    public record Standard(String track, Said title, List<Item> items) {
        public Standard {
            items = List.copyOf(items);
        }

        /** Of all its words, so that a log entry binds them. */
        String sha256() {
            return Draft.sha256(Json.of(Map.of("track", track, "title", pair(title), "items", items.stream().map(it -> Map.of("code", it.code(), "part", it.part(), "from", it.from(),
                    "title", pair(it.title()), "levels", it.levels().entrySet().stream().map(level -> Map.of("level", level.getKey(), "words", pair(level.getValue()))).toList())).toList()))
                    .text());
        }

        private static List<String> pair(Said said) {
            return List.of(said.en(), said.zh());
        }
    }

    public Draft {
        tracks = List.copyOf(tracks);
        standards = List.copyOf(standards);
    }

    String sha256() {
        return sha256(tracks.stream().map(it -> it.code() + " " + it.ladder()).toList() + " " + standards.stream().map(Standard::sha256).toList());
    }

    Optional<Standard> standard(String track) {
        return standards.stream().filter(it -> it.track().equals(track)).findFirst();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }
}

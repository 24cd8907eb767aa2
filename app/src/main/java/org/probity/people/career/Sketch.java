package org.probity.people.career;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A standard that somebody works on: what it would say as a version. */
public record Sketch(Draft.Standard standard, UUID changedBy, Instant changedAt) {
    Optional<Draft.Item> item(String code) {
        return standard.items().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Items that do not say in both languages what each level asks, from the first on which they are asked to the top of the ladder. */
    List<String> unfinished(int top) {
        return standard.items().stream().filter(it -> java.util.stream.IntStream.rangeClosed(it.from(), top)
                .anyMatch(level -> it.levels().get(level) == null || it.levels().get(level).en().isBlank() || it.levels().get(level).zh().isBlank())).map(Draft.Item::code).toList();
    }
}

package org.probity.shapes.gathering;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** How long somebody was there, from stretches that may overlap. */
final class Stays {
    /** From the first second to the one before the last. */
    record Stay(Instant cameAt, Instant leftAt) {
        Stay {
            if (!cameAt.isBefore(leftAt)) {
                throw new IllegalArgumentException("nobody stays from " + cameAt + " until " + leftAt);
            }
        }
    }

    private Stays() {}

    /** A moment that two stretches hold counts once. The database does the same ({@code gathering.spent}); a test holds them together. */
    static long seconds(Collection<Stay> stays) {
        var seconds = 0L;
        var until = Instant.MIN;
        for (var it : stays.stream().sorted(Comparator.comparing(Stay::cameAt)).toList()) {
            var from = it.cameAt().isBefore(until) ? until : it.cameAt();
            if (from.isBefore(it.leftAt())) {
                seconds += Duration.between(from, it.leftAt()).toSeconds();
                until = it.leftAt();
            }
        }
        return seconds;
    }
}

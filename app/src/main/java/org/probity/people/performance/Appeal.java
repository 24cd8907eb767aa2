package org.probity.people.performance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's objection to their rating, and what became of it. @param outcome null: it waits for an answer */
public record Appeal(
        UUID id, UUID cycle, UUID person, UUID assessment, String words, Instant at, @Nullable Outcome outcome, @Nullable String answer, @Nullable UUID answeredBy,
        @Nullable Instant answeredAt) {

    public enum Outcome {
        /** The rating stands. */
        STANDS,
        /** The appeal was right; another rating was given and both stay. */
        CHANGED
    }

    boolean open() {
        return outcome == null;
    }
}

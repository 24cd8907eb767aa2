package org.probity.supply.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A supplier's objection to a grade, and what became of it. @param outcome null: it waits for an answer */
public record Appeal(
        UUID id, UUID scorecard, String words, @Nullable UUID evidence, UUID appealedBy, Instant appealedAt, @Nullable Outcome outcome,
        @Nullable String answer, @Nullable UUID answeredBy, @Nullable Instant answeredAt) {

    public enum Outcome {
        /** The grade stands. */
        UPHELD,
        /** What it rested on was wrong; it was computed anew from what is known now. */
        CORRECTED
    }

    public boolean open() {
        return outcome == null;
    }
}

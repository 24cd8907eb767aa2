package org.probity.supply.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a grade brings with it for one supplier.
 *
 * @param dueDay by when it shall be carried out
 * @param words how: the share that was raised, who follows a supplier that leaves
 * @param doneBy null: not carried out yet
 * @param endedAt another grade took its place
 */
public record Consequence(
        UUID scorecard, UUID supplier, Grade.Consequence kind, LocalDate dueDay, @Nullable String words, @Nullable UUID doneBy, @Nullable Instant doneAt,
        @Nullable Instant endedAt) {

    /** Whether a person still has to say how it was carried out. A corrective plan is carried out by agreeing to it; keeping needs nothing. */
    public boolean open() {
        return endedAt == null && doneAt == null && switch (kind) {
            case MORE_SHARE, TERMINATION -> true;
            case KEEP, CORRECTIVE_PLAN -> false;
        };
    }
}

package org.probity.supply.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A half-year in which suppliers are graded.
 *
 * @param knownAt what was known then was computed with; null: nothing was computed yet
 * @param proposal puts the grades before a second person
 */
public record Round(
        UUID id, int year, int half, int scheme, UUID openedBy, Instant openedAt, @Nullable Instant knownAt, @Nullable UUID proposal,
        @Nullable UUID givenBy, @Nullable Instant givenAt) {

    /** Where a round stands. */
    public enum Stage { OPEN, COMPUTED, PROPOSED, GIVEN }

    public Stage stage() {
        if (givenAt != null) {
            return Stage.GIVEN;
        }
        return proposal != null ? Stage.PROPOSED : knownAt != null ? Stage.COMPUTED : Stage.OPEN;
    }

    LocalDate from() {
        return first(year, half);
    }

    LocalDate until() {
        return last(year, half);
    }

    static LocalDate first(int year, int half) {
        return LocalDate.of(year, half == 1 ? 1 : 7, 1);
    }

    static LocalDate last(int year, int half) {
        return half == 1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }
}

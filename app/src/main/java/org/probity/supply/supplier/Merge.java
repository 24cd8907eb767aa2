package org.probity.supply.supplier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.decision.Decisions.Outcome;

/**
 * Two records become one.
 *
 * @param outcome of the proposal; null: it waits for a second person
 * @param mergedOn the day it took effect; null: it has not
 * @param undoUntil the last day on which two people may undo it
 * @param undo a proposal to undo it that waits
 * @param unmergedOn the day it was undone
 */
record Merge(
        UUID id, UUID gone, UUID stays, String reason, UUID proposedBy, Instant proposedAt, @Nullable Outcome outcome, @Nullable UUID ruledBy,
        @Nullable LocalDate mergedOn, @Nullable LocalDate undoUntil, @Nullable UUID undo, @Nullable UUID undoBy, @Nullable String undoReason,
        @Nullable LocalDate unmergedOn) {

    boolean waits() {
        return outcome == null;
    }

    boolean inForce() {
        return mergedOn != null && unmergedOn == null;
    }

    /** After this day nothing takes it back. */
    boolean isFinal(LocalDate today) {
        return inForce() && undoUntil != null && undoUntil.isBefore(today);
    }

    /** What becomes of the rows of one table. @param against message key of what has to be done first; null: nothing stands against it */
    record Line(String title, long moves, long renamed, long stays, @Nullable String against) {}

    /** What a merge would do. */
    record Preview(List<Line> lines) {
        List<String> against() {
            return lines.stream().flatMap(it -> Stream.ofNullable(it.against())).distinct().toList();
        }
    }
}

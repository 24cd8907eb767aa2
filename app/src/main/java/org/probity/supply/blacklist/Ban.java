package org.probity.supply.blacklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.decision.Decisions.Outcome;

/**
 * What was proposed to decide in a case, and what became of it.
 *
 * @param untilDay last day; null: for good
 * @param receiptsUntil what was ordered before may come in until this day; null: not at all
 * @param outcome null while it waits for a second person
 */
public record Ban(
        UUID id, UUID matter, @Nullable LocalDate untilDay, @Nullable LocalDate receiptsUntil, @Nullable LocalDate paymentsUntil, String reason, UUID proposal,
        UUID proposedBy, Instant proposedAt, @Nullable Outcome outcome, @Nullable UUID ruledBy, @Nullable Instant ruledAt) {
    public boolean waits() {
        return outcome == null;
    }
}

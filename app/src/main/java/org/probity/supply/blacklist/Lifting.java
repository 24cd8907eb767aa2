package org.probity.supply.blacklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.decision.Decisions.Outcome;

/** A proposal to lift a ban before its day, and what became of it. */
public record Lifting(
        UUID id, UUID ban, String reason, UUID proposal, UUID proposedBy, Instant proposedAt, @Nullable Outcome outcome, @Nullable UUID ruledBy, @Nullable Instant ruledAt) {
    public boolean waits() {
        return outcome == null;
    }
}

package org.probity.supply.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.decision.Decisions.Outcome;

/** An exception as it was proposed and what became of it. @param withdrawnAt when it was taken back before its day */
public record Waiver(
        UUID id, UUID supplier, String number, String nameEn, String nameZh, List<String> rules, Set<Act> acts, LocalDate untilDay, String reason, UUID proposal, UUID proposedBy,
        Instant proposedAt, @Nullable Outcome outcome, @Nullable UUID ruledBy, @Nullable Instant withdrawnAt) {
    public boolean inForce(LocalDate day) {
        return outcome == Outcome.APPROVED && withdrawnAt == null && !untilDay.isBefore(day);
    }
}

package org.probity.supply.green;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.supply.green.Book.Kind;

/**
 * What a supplier shows for a criterion.
 *
 * @param outcome what the newest review says; null: it waits
 * @param review how often it was reviewed
 */
public record Proof(
        UUID id, UUID supplier, String code, Kind kind, String number, String issuer, LocalDate validFrom, LocalDate validUntil, String words, UUID evidence, UUID sentBy,
        Instant sentAt, UUID record, int review, @Nullable Outcome outcome, @Nullable String answer, @Nullable UUID reviewedBy) {
    public enum Outcome { ACCEPTED, RETURNED, WITHDRAWN }

    public boolean waits() {
        return outcome == null;
    }

    boolean holds(LocalDate day) {
        return outcome == Outcome.ACCEPTED && !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }
}

package org.probity.shapes.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof that somebody owes, and where it stands now.
 *
 * @param kind what is owed, in the owning room's word, such as {@code minerals.cmrt}
 * @param party who owes it
 * @param period the year it is owed for
 * @param step how many steps it has taken; the first is its opening
 * @param at when it came to stand so
 * @param by who brought it there; nobody when a rule did at the start of a day
 * @param evidence the proof it stands on, if any
 * @param validUntil the last day the proof holds, while met
 * @param record its entry in the log
 */
public record Obligation(
        UUID id,
        String kind,
        UUID party,
        int period,
        LocalDate dueDay,
        int step,
        State state,
        Instant at,
        @Nullable UUID by,
        String reason,
        @Nullable UUID evidence,
        @Nullable LocalDate validUntil,
        @Nullable UUID record) {

    /** Whether its party has something to do. What lapsed of a past year is over: the year after asks anew. */
    public boolean waits(LocalDate today) {
        return state.waitsForParty() && (state != State.LAPSED || period >= today.getYear());
    }

    public boolean late(LocalDate today) {
        return waits(today) && today.isAfter(dueDay);
    }

    /** Days until it is due; negative when late. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueDay);
    }
}

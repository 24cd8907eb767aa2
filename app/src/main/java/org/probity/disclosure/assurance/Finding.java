package org.probity.disclosure.assurance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assurer saw in one row of a sample, and what the company says to it.
 *
 * @param no 1 for the first thing said of the row; the newest holds
 * @param reply to an exception, once there is one
 */
public record Finding(
        UUID sample, String code, int no, Outcome outcome, String note, UUID foundBy, Instant foundAt,
        @Nullable String reply, @Nullable UUID repliedBy, @Nullable Instant repliedAt) {

    public enum Outcome { AGREES, EXCEPTION }

    boolean exception() {
        return outcome == Outcome.EXCEPTION;
    }
}

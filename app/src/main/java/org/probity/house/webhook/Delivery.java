package org.probity.house.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one endpoint and how far it came.
 *
 * @param tries since it was written or sent again
 * @param status of the newest try; null when there was no answer
 * @param trouble why there was none: a message key, or the machine's words
 */
public record Delivery(
        UUID id,
        String kind,
        Instant writtenAt,
        int tries,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        String trouble,
        @Nullable Instant arrivedAt,
        @Nullable Instant givenUpAt) {
    public boolean open() {
        return arrivedAt == null && givenUpAt == null;
    }
}

package org.probity.house.webhook;

import java.time.Instant;
import java.util.Map;

/**
 * Published by a room in the transaction of what happened.
 *
 * @param ids what it happened to: ids, years, kinds; nothing about a person beyond the id of an account
 */
public record Happened(EventKind kind, Map<String, String> ids, Instant at) {
    public Happened {
        ids = Map.copyOf(ids);
    }
}

package org.probity.house.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens here.
 *
 * @param kinds names of what it wants to hear
 * @param stoppedAt since when nothing is sent there; null while it is told
 * @param stoppedBy nobody when the house stopped by itself
 * @param page of the room that keeps what is told there; nothing where an administrator chose kinds
 */
public record Endpoint(UUID id, String url, List<String> kinds, Instant registeredAt, @Nullable Instant stoppedAt, @Nullable UUID stoppedBy, @Nullable String page) {
    public String host() {
        return URI.create(url).getHost();
    }

    public boolean stopped() {
        return stoppedAt != null;
    }
}

package org.probity.supply.traceability;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.webhook.Delivery;

/**
 * That a system is told what comes of a query.
 *
 * @param left events that were recorded and not yet looked at for it
 * @param newest the newest message and how far it came
 */
public record Subscription(UUID id, UUID query, UUID endpoint, String host, String url, Instant madeAt, boolean stopped, boolean onItsWay, long left, Optional<Delivery> newest) {}

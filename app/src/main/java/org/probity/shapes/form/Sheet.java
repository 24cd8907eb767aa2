package org.probity.shapes.form;

import java.time.Instant;
import java.util.UUID;

/**
 * A form that somebody is to fill in.
 *
 * @param party who
 * @param period the year it is about
 * @param about what of the room it belongs to, such as an obligation
 */
public record Sheet(UUID id, String form, int version, String sha256, UUID party, int period, UUID about, Instant openedAt) {}

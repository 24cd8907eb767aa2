package org.probity.disclosure.assurance;

import java.time.Instant;
import java.util.UUID;

/**
 * Rows of a published figure, chosen by a seed.
 *
 * @param size how many were asked for; a draw by value may give fewer
 */
public record Sample(
        UUID id, UUID edition, String figure, Population population, Draw.Method method, String seed, int size, UUID drawnBy, Instant drawnAt, UUID record) {

    /** Left-out rows are sampled too: leaving out is one of the ways in which a figure can be bent. */
    public enum Population { COUNTED, LEFT_OUT }
}

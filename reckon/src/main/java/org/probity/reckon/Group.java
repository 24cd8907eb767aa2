package org.probity.reckon;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How many of a group were chosen.
 *
 * @param name what the caller calls the group; it comes back with the answer
 * @param chosen who was hired, promoted, rated A, given a seat
 * @param of who was there to be chosen; {@code 0} is a group in which nobody was
 */
public record Group(String name, long chosen, long of) {

    /** Up to a thousand million people, so that no product of counts overflows. */
    private static final long MOST = 1_000_000_000;

    public Group {
        if (chosen < 0 || of < chosen || of > MOST) {
            throw new IllegalArgumentException(name + ": " + chosen + " of " + of);
        }
    }

    /** @return the share that was chosen, exactly; of nobody nothing can be said, so the caller asks first */
    public BigFraction share() {
        if (of == 0) {
            throw new IllegalStateException(name + ": nobody was there to be chosen");
        }
        return BigFraction.of(chosen, of);
    }
}

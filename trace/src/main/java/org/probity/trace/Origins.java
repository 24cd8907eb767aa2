package org.probity.trace;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an item holds, by origin: an item that came from outside, or one at which the question stopped. All shares and the two remainders add up to
 * {@link #WHOLE}.
 *
 * @param mass the mass that was looked at: the item's when it was made, or what is in a pool
 * @param dropped what came by ways too thin to follow, and what rounding down left over; no share is too low by more than this
 * @param unknown what was found in some step though nothing recorded went in
 */
public record Origins(int item, long mass, List<Share> shares, long dropped, long unknown) {

    /** Shares are counted in units of which the whole has so many: a share with its point moved by eighteen places is the number people read. */
    public static final long WHOLE = Whole.UNITS;

    public Origins {
        shares = List.copyOf(shares);
    }

    /**
     * @param likely what mixing gives, rounded down
     * @param least certain, whatever went where nobody knows what went where
     * @param most no more than this is possible
     */
    public record Share(int origin, long least, long likely, long most) {

        /** From nought to one, exactly. */
        public BigDecimal fraction() {
            return BigDecimal.valueOf(likely, 18);
        }
    }

    /** The mass that a share stands for, rounded down. */
    public long mass(long share) {
        return Whole.times(share, mass, WHOLE);
    }
}

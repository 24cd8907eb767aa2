package org.probity.trace;

/** Parts of a whole by whole numbers: shares are counted in units of which the whole has 10^18. */
final class Whole {

    static final long UNITS = 1_000_000_000_000_000_000L;

    /** Below this, a remainder times a mass fits into 63 bits. */
    private static final long SMALL = 3_037_000_499L;

    private Whole() {}

    /** share * part / total, rounded down; exact for every part up to its total. */
    static long times(long share, long part, long total) {
        if (part == total) {
            return share;
        }
        var times = share / total;
        var rest = share - times * total;
        return times * part + (total <= SMALL ? rest * part / total : wide(rest, part, total));
    }

    /** The same, rounded up: what is not the rest. */
    static long timesUp(long share, long part, long total) {
        return share - times(share, total - part, total);
    }

    /** rest * part / total by long division of 128 bits, where rest and part are below total and that is below 2^62. */
    private static long wide(long rest, long part, long total) {
        var high = Math.multiplyHigh(rest, part);
        var low = rest * part;
        var quotient = 0L;
        for (int bit = 63; bit >= 0; bit--) {
            high = high << 1 | low >>> bit & 1;
            quotient <<= 1;
            if (high >= total) {
                high -= total;
                quotient |= 1;
            }
        }
        return quotient;
    }
}

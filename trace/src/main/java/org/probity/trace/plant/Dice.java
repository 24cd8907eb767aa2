package org.probity.trace.plant;

/** SplitMix64 (Steele, Lea and Flood 2014), written out, so that a seed means the same in every version of Java. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From nought up to, and without, {@code bound}. That some numbers come by one in 2^31 more often harms nobody here. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** Both ends included. */
    long between(long least, long most) {
        return least + Math.floorMod(next(), most - least + 1);
    }
}

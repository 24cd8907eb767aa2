package org.probity.reckon;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whole numbers modulo a prime below 2^62. A product is reduced by Montgomery's method: one factor is held as its product with 2^64.
 */
final class Prime {
    private static final int BITS = 61;

    final long p;
    /** -1/p modulo 2^64. */
    private final long inverse;
    /** 2^128 modulo p, which brings a number into Montgomery's form. */
    private final long square;

    Prime(long p) {
        this.p = p;
        long found = 1;
        for (int step = 0; step < 6; step++) {
            found *= 2 - p * found;
        }
        inverse = -found;
        square = BigInteger.TWO.pow(128).mod(BigInteger.valueOf(p)).longValueExact();
    }

    static Prime drawn(Random random) {
        return new Prime(BigInteger.probablePrime(BITS, random).longValueExact());
    }

    /** For {@link #times}. */
    long factor(long value) {
        return times(square, value);
    }

    /** @param factor made by {@link #factor} */
    long times(long factor, long value) {
        long high = Math.multiplyHigh(factor, value);
        long low = factor * value;
        long sum = high + Math.unsignedMultiplyHigh(low * inverse, p) + (low == 0 ? 0 : 1);
        return sum >= p ? sum - p : sum;
    }

    long plus(long one, long other) {
        long sum = one + other;
        return sum >= p ? sum - p : sum;
    }

    long minus(long one, long other) {
        long rest = one - other;
        return rest < 0 ? rest + p : rest;
    }

    long inverse(long value) {
        return BigInteger.valueOf(value).modInverse(BigInteger.valueOf(p)).longValueExact();
    }

    /** {@code row - value * other}, in place; @param size so many numbers of both */
    void subtract(long[] row, long value, long[] other, int size) {
        long factor = factor(value);
        for (int at = 0; at < size; at++) {
            if (other[at] != 0) {
                row[at] = minus(row[at], times(factor, other[at]));
            }
        }
    }

    /** The one fraction of small terms that is this number, if there is one: Wang's reconstruction. */
    Optional<BigFraction> fraction(long value) {
        long bound = (long) Math.sqrt(p / 2.0);
        long one = p;
        long other = value;
        long first = 0;
        long second = 1;
        while (other > bound) {
            long times = one / other;
            long rest = one - times * other;
            one = other;
            other = rest;
            long next = first - times * second;
            first = second;
            second = next;
        }
        return second == 0 || Math.abs(second) > bound ? Optional.empty() : Optional.of(second < 0 ? BigFraction.of(-other, -second) : BigFraction.of(other, second));
    }
}

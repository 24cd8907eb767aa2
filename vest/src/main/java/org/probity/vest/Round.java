package org.probity.vest;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.apache.commons.numbers.fraction.BigFraction;

/** The two roundings there are: down, and half away from zero. */
final class Round {
    static final BigFraction HALF = BigFraction.of(1, 2);

    private Round() {}

    static BigInteger down(BigFraction number) {
        var parts = number.getNumerator().divideAndRemainder(number.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    static BigInteger half(BigFraction number) {
        return number.signum() < 0 ? down(number.negate().add(HALF)).negate() : down(number.add(HALF));
    }

    /** Yuan to fen. */
    static long fen(BigFraction yuan) {
        return half(yuan.multiply(100)).longValueExact();
    }

    static BigFraction of(BigDecimal number) {
        var scale = Math.max(0, number.scale());
        return BigFraction.of(number.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    static BigFraction of(long number) {
        return BigFraction.of(BigInteger.valueOf(number));
    }
}

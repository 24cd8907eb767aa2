package org.probity.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number in lowest terms, the denominator above zero; written {@code 2573/185}. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    private static final int LENGTH_MAX = 400;

    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction over zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** Reads only the spelling that {@link #toString()} writes. */
    public static Fraction parse(String text) {
        if (text.length() > LENGTH_MAX || !text.matches("-?(0|[1-9][0-9]*)/[1-9][0-9]*")) {
            throw new Malformed("number.fraction", "not n/d");
        }
        int slash = text.indexOf('/');
        Fraction fraction = new Fraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
        if (!fraction.toString().equals(text)) {
            throw new Malformed("number.fraction", "not in lowest terms");
        }
        return fraction;
    }

    Fraction plus(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The decimal of this many places; exactly, not by way of another rounding. */
    public BigDecimal round(int places, RoundingMode mode) {
        return new BigDecimal(numerator.multiply(BigInteger.TEN.pow(places))).divide(new BigDecimal(denominator), 0, mode)
                .movePointLeft(places).setScale(places, RoundingMode.UNNECESSARY);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}

package org.probity.trace;

import java.math.BigInteger;

/** An exact fraction, for the second opinion. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0, 1);

    Fraction {
        var common = over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    Fraction times(long whole) {
        return new Fraction(over.multiply(BigInteger.valueOf(whole)), under);
    }

    Fraction by(long whole) {
        return new Fraction(over, under.multiply(BigInteger.valueOf(whole)));
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}

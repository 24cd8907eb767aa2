package org.probity.reckon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What some people answered on one scale, as three whole numbers from which everything follows that is said of it. Samples of people who do not overlap are
 * added; of people who are all in others, taken away.
 *
 * @param people how many answered, @param sum of their answers, @param squares sum of the squares of these
 */
public record Sample(long people, long sum, long squares) {
    public static final Sample NOBODY = new Sample(0, 0, 0);
    private static final double SURE = 0.975;

    /** A mean and the range in which it is by 95 in 100 of such ranges. */
    public record Range(double low, double high) {}

    public Sample {
        // By Cauchy and Schwarz; equal when all said the same.
        if (people < 0 || Math.multiplyExact(squares, Math.max(people, 1)) < Math.multiplyExact(sum, sum)) {
            throw new IllegalArgumentException("no answers add up to this: " + people + ", " + sum + ", " + squares);
        }
    }

    public static Sample of(long... answers) {
        var all = NOBODY;
        for (long it : answers) {
            all = all.plus(new Sample(1, it, it * it));
        }
        return all;
    }

    public Sample plus(Sample other) {
        return new Sample(people + other.people, sum + other.sum, squares + other.squares);
    }

    public Sample minus(Sample part) {
        return new Sample(people - part.people, sum - part.sum, squares - part.squares);
    }

    public BigFraction mean() {
        return BigFraction.of(java.math.BigInteger.valueOf(sum), java.math.BigInteger.valueOf(people));
    }

    /** The mean as a share of the most that one can answer, by a hundred, rounded half up. */
    public BigDecimal score(long most, int places) {
        return BigDecimal.valueOf(sum).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(Math.multiplyExact(people, most)), places, RoundingMode.HALF_UP);
    }

    /** Whether all said the same: a mean of that would be everybody's own answer. */
    public boolean unanimous() {
        return squares * people == sum * sum;
    }

    /** Of the answers around their mean, over one less than people. */
    public double variance() {
        return people < 2 ? 0 : (double) (squares * people - sum * sum) / people / (people - 1);
    }

    /**
     * In doubt is only who did not answer: of a population all of whom answered the mean is what it is.
     *
     * @param population how many were asked, those who answered among them
     */
    public Range range(long population) {
        double mean = (double) sum / people;
        if (people < 2 || population <= people) {
            return new Range(mean, mean);
        }
        double error = Math.sqrt(variance() / people * (population - people) / (population - 1.0));
        double half = TDistribution.of(people - 1.0).inverseCumulativeProbability(SURE) * error;
        return new Range(mean - half, mean + half);
    }
}

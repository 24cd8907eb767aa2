package org.probity.reckon;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Two groups side by side: everything that can be said of one table, and the word for it.
 *
 * @param table the first group above the second
 * @param ratio the lower share by the higher one
 * @param flagged whether that is less than four fifths, by whole numbers; never where one group is less than a fiftieth of both
 * @param worse the group with the lower share; the first where they are equal
 * @param shortfall how many more of that group would have been chosen at the share of both together; 0 at least
 * @param fisher the exact test, two-sided
 * @param z the pooled test
 */
public record Comparison(Group one, Group other, TwoByTwo table, BigFraction ratio, boolean flagged, Group worse, BigFraction shortfall, double fisher, PooledZ z,
        Verdict verdict) {

    /** The level at which chance is hardly believed. */
    public static final double LEVEL = 0.05;

    /** @throws IllegalArgumentException when nobody is in one of the groups: there is nothing to compare */
    public static Comparison of(Group one, Group other) {
        if (one.of() == 0 || other.of() == 0) {
            throw new IllegalArgumentException("nobody to compare with: " + one + ", " + other);
        }
        var table = TwoByTwo.of(one, other);
        var worse = one.share().compareTo(other.share()) <= 0 ? one : other;
        var better = worse == one ? other : one;
        var ratio = better.chosen() == 0 ? BigFraction.ONE : worse.share().divide(better.share());
        var flagged = !FourFifths.small(one, table.all()) && !FourFifths.small(other, table.all()) && FourFifths.below(worse, better);
        var expected = BigFraction.of(table.chosen(), table.all()).multiply(worse.of());
        var fisher = Fisher.twoSided(table);
        return new Comparison(one, other, table, ratio, flagged, worse, expected.subtract(worse.chosen()), fisher, PooledZ.of(table),
                verdict(flagged, fisher, Fisher.least(table)));
    }

    private static Verdict verdict(boolean flagged, double p, double least) {
        if (p < LEVEL) {
            return flagged ? Verdict.BOTH : Verdict.DETECTABLE_BUT_SMALL;
        }
        return flagged || least >= LEVEL ? Verdict.SMALL_SAMPLE : Verdict.NO_SIGN;
    }
}

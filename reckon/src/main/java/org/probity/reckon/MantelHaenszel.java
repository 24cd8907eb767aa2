package org.probity.reckon;

import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Two groups compared within strata (departments, requisitions), so that a group which asks where few are chosen does not look as if it were kept out:
 * Cochran, Mantel and Haenszel's test with the continuity correction, as R's {@code mantelhaen.test} has it.
 *
 * @param oddsRatio the common ratio of odds; {@code null} where nobody of the first group was left out or nobody of the second chosen in any stratum
 * @param chi2 the statistic, of one degree of freedom
 * @param p how likely a statistic as high as that is by chance
 * @param strata how many tables told anything
 */
public record MantelHaenszel(@Nullable BigFraction oddsRatio, double chi2, double p, int strata) {

    private static final BigFraction HALF = BigFraction.of(1, 2);

    /** Tables with an empty margin say nothing and are left out; if all are, the answer is a ratio of null, 0 and 1. */
    public static MantelHaenszel of(List<TwoByTwo> tables) {
        var telling = tables.stream().filter(table -> !table.settled()).toList();
        var above = BigFraction.ZERO;
        var below = BigFraction.ZERO;
        var apart = BigFraction.ZERO;
        var variance = BigFraction.ZERO;
        for (var table : telling) {
            above = above.add(BigFraction.of(table.chosenOne()).multiply(table.leftOther()).divide(table.all()));
            below = below.add(BigFraction.of(table.leftOne()).multiply(table.chosenOther()).divide(table.all()));
            apart = apart.add(table.chosenOne()).subtract(BigFraction.of(table.one()).multiply(table.chosen()).divide(table.all()));
            variance = variance.add(BigFraction.of(table.one()).multiply(table.other()).multiply(table.chosen()).multiply(table.left())
                    .divide(BigFraction.of(table.all()).multiply(table.all()).multiply(table.all() - 1)));
        }
        var oddsRatio = below.equals(BigFraction.ZERO) ? null : above.divide(below);
        if (variance.equals(BigFraction.ZERO)) {
            return new MantelHaenszel(oddsRatio, 0, 1, telling.size());
        }
        var far = apart.abs();
        var corrected = far.compareTo(HALF) >= 0 ? far.subtract(HALF) : far;
        var chi2 = corrected.multiply(corrected).divide(variance).doubleValue();
        return new MantelHaenszel(oddsRatio, chi2, PooledZ.twoSided(Math.sqrt(chi2)), telling.size());
    }
}

package org.probity.reckon;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of two shares under their common share: {@code z = (p1 − p2) / √(p(1−p)(1/n1 + 1/n2))}. Regulators ask for it ("two standard deviations"); with
 * few people {@link Fisher} is right and this is not.
 */
public record PooledZ(double z, double p) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** @return 0 and 1 where a margin is empty */
    public static PooledZ of(TwoByTwo table) {
        if (table.settled()) {
            return new PooledZ(0, 1);
        }
        // (a·n2 − c·n1)·√N / √(n1·n2·chosen·left): the same, with whole numbers until the last step.
        var difference = Math.subtractExact(Math.multiplyExact(table.chosenOne(), table.other()), Math.multiplyExact(table.chosenOther(), table.one()));
        var z = difference * Math.sqrt(table.all()) / (Math.sqrt((double) table.one() * table.other()) * Math.sqrt((double) table.chosen() * table.left()));
        return new PooledZ(z, twoSided(z));
    }

    static double twoSided(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }
}

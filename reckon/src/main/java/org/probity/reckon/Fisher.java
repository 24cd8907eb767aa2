package org.probity.reckon;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Fisher's exact test. Two-sided as R has it: the sum over all tables with these margins that are no likelier than this one. Whoever did not know before
 * which group would fare worse asks two-sided. Where a margin is empty nothing else could have come out, and each answer is 1.
 */
public final class Fisher {

    private static final FisherExactTest TEST = FisherExactTest.withDefaults();

    private Fisher() {}

    public static double twoSided(TwoByTwo table) {
        return p(table, AlternativeHypothesis.TWO_SIDED);
    }

    /** @return the probability of the first group faring as badly as this or worse */
    public static double less(TwoByTwo table) {
        return p(table, AlternativeHypothesis.LESS_THAN);
    }

    /** @return the probability of the first group faring as well as this or better */
    public static double greater(TwoByTwo table) {
        return p(table, AlternativeHypothesis.GREATER_THAN);
    }

    private static double p(TwoByTwo table, AlternativeHypothesis side) {
        if (table.settled()) {
            return 1;
        }
        int[][] cells = {{(int) table.chosenOne(), (int) table.leftOne()}, {(int) table.chosenOther(), (int) table.leftOther()}};
        return TEST.with(side).test(cells).getPValue();
    }

    /** @return the least that any table with these margins could have come to: above a level, so small a sample cannot show anything at that level */
    static double least(TwoByTwo table) {
        var low = Math.max(0, table.chosen() - table.other());
        var high = Math.min(table.one(), table.chosen());
        return Math.min(twoSided(with(table, low)), twoSided(with(table, high)));
    }

    private static TwoByTwo with(TwoByTwo table, long chosenOne) {
        return new TwoByTwo(chosenOne, table.one() - chosenOne, table.chosen() - chosenOne, table.other() - table.chosen() + chosenOne);
    }
}

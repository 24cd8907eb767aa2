package org.probity.reckon;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How much less women are paid than men, of what men are paid, in per cent: below zero where women are paid more (ESRS S1-16; Directive (EU) 2023/970, art. 3(1)(c) and (e)). Of whole numbers, exact to the last rounding.
 */
public final class Gap {
    private static final int PLACES = 2;

    private Gap() {}

    /** Of means. Empty: nobody on one side, or men are paid nothing. */
    public static Optional<BigDecimal> mean(List<Long> women, List<Long> men) {
        if (women.isEmpty() || men.isEmpty()) {
            return Optional.empty();
        }
        // Both means over one whole: as many as there are of both, multiplied.
        return of(sum(women).multiply(BigInteger.valueOf(men.size())), sum(men).multiply(BigInteger.valueOf(women.size())));
    }

    /** Of medians; of an even number the middle of the two in the middle. */
    public static Optional<BigDecimal> median(List<Long> women, List<Long> men) {
        return women.isEmpty() || men.isEmpty() ? Optional.empty() : of(BigInteger.valueOf(twiceMedian(women)), BigInteger.valueOf(twiceMedian(men)));
    }

    private static Optional<BigDecimal> of(BigInteger women, BigInteger men) {
        return men.signum() <= 0 ? Optional.empty()
                : Optional.of(new BigDecimal(men.subtract(women)).multiply(BigDecimal.valueOf(100)).divide(new BigDecimal(men), PLACES, RoundingMode.HALF_UP));
    }

    private static BigInteger sum(List<Long> all) {
        return all.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Two medians, which is whole. */
    public static long twiceMedian(List<Long> all) {
        var sorted = all.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
    }
}

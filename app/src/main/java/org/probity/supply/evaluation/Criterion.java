package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One thing a grade looks at: a measure with a weight, or a gate.
 *
 * @param code the name of the input in a package
 * @param weight against the other weights; null: a gate, which is open (1) or shut (0)
 * @param worst the measure that earns no mark; may be the larger one, as with parts per million
 * @param best the measure that earns 100 marks
 * @param without what happens when nothing is known of it
 */
public record Criterion(
        String code, Dimension dimension, @Nullable BigDecimal weight, @Nullable BigDecimal worst, @Nullable BigDecimal best, String unit, Without without) {

    public enum Dimension { QUALITY, DELIVERY, COST, SERVICE, RESPONSIBILITY }

    public enum Without {
        /** The supplier has no grade: silence is never a good mark. */
        NO_GRADE,
        /** The other weights decide. */
        LEFT_OUT
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Places of a mark. A package holds marks as they were rounded here, so that everybody computes with the same. */
    static final int PLACES = 4;

    /** What of it a grade depends on; 30 and 30.0000 are the same. */
    String said() {
        return weight == null || worst == null || best == null ? code
                : String.join(" ", code, RuleForm.plain(weight), RuleForm.plain(worst), RuleForm.plain(best), without.name());
    }

    boolean gate() {
        return weight == null;
    }

    /** Whether people judge it; no ledger measures it. */
    boolean judged() {
        return switch (dimension) {
            case COST, SERVICE -> true;
            case QUALITY, DELIVERY, RESPONSIBILITY -> false;
        };
    }

    /** Marks from 0 to 100 along the line from worst to best, rounded down, so that only the best measure earns 100. */
    BigDecimal mark(BigDecimal over, BigDecimal under) {
        if (worst == null || best == null) {
            throw new IllegalStateException(code + " is a gate");
        }
        // (over/under - worst) / (best - worst), with one division at the end
        var top = over.subtract(worst.multiply(under)).multiply(HUNDRED);
        var bottom = best.subtract(worst).multiply(under);
        var mark = top.divide(bottom, PLACES, RoundingMode.DOWN);
        return mark.max(BigDecimal.ZERO.setScale(PLACES)).min(HUNDRED.setScale(PLACES));
    }
}

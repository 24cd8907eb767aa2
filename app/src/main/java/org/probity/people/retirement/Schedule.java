package org.probity.people.retirement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How the statutory month follows from the month of birth: at the old age for whoever was born before the first month, and for every {@code step} months of birth from it one month later, up to the cap (Decision of
 * 2024-09-13, art. 1).
 *
 * @param bornFrom the first month of birth that is delayed
 * @param base months of age before the change
 */
public record Schedule(Category category, LocalDate bornFrom, int base, int step, int cap, String source) {
    /** Men; women whose age was 55; women whose age was 50. Which of the two follows from the post, as a paper says. */
    public enum Category { M, F55, F50 }

    /** Months before and after the statutory month that somebody may choose (art. 3). */
    static final int WINDOW = 36;

    public int delay(YearMonth born) {
        var since = ChronoUnit.MONTHS.between(YearMonth.from(bornFrom), born);
        return since < 0 ? 0 : (int) Math.min(cap, since / step + 1);
    }

    public YearMonth former(YearMonth born) {
        return born.plusMonths(base);
    }

    public YearMonth month(YearMonth born) {
        return former(born).plusMonths(delay(born));
    }

    /** Three years before, and never before the old age. */
    public YearMonth earliest(YearMonth born) {
        var early = month(born).minusMonths(WINDOW);
        return early.isBefore(former(born)) ? former(born) : early;
    }

    public YearMonth latest(YearMonth born) {
        return month(born).plusMonths(WINDOW);
    }
}

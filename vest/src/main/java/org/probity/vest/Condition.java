package org.probity.vest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * One step of the terms: when it comes and what it brings.
 *
 * @param next what may come after it; exactly one of them does, the earliest, and of those on one day the one named first
 */
public record Condition(String id, Brings brings, Trigger trigger, List<String> next) {
    public Condition {
        next = List.copyOf(next);
    }

    /** What one occurrence brings. */
    public sealed interface Brings {
        /** @param remainder of what had not come yet when the step began, instead of the whole grant */
        record Share(BigFraction of, boolean remainder) implements Brings {}

        record Number(BigFraction of) implements Brings {}
    }

    public sealed interface Trigger {
        /** The day from which the grant counts, which is said of each grant. */
        record Start() implements Trigger {}

        record On(LocalDate day) implements Trigger {}

        /** So long after another step's last occurrence. */
        record After(Period period, String base) implements Trigger {}

        /** Something that is told when it has happened. */
        record Happens() implements Trigger {}
    }

    /**
     * @param dayOfMonth the day on which months end, or the last of a shorter one; 0: the day the reckoning began, also after a month that had no such day
     * @param cliff the instalment on which all up to it come together; below 2: none
     */
    public record Period(int length, boolean months, int occurrences, int dayOfMonth, int cliff) {
        /** @param origin the day of the month on which the reckoning began */
        LocalDate at(LocalDate base, int origin, int occurrence) {
            if (!months) {
                return base.plusDays((long) length * occurrence);
            }
            var month = YearMonth.from(base).plusMonths((long) length * occurrence);
            return month.atDay(Math.min(origin(origin), month.lengthOfMonth()));
        }

        int origin(int origin) {
            return dayOfMonth == 0 ? origin : dayOfMonth;
        }
    }

    BigFraction whole(BigFraction grant, BigFraction come) {
        var once = switch (brings) {
            case Brings.Share(var of, var remainder) -> (remainder ? grant.subtract(come) : grant).multiply(of);
            case Brings.Number(var of) -> of;
        };
        return once.multiply(occurrences());
    }

    int occurrences() {
        return trigger instanceof Trigger.After(var period, _) ? period.occurrences() : 1;
    }
}

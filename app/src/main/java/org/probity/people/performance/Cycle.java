package org.probity.people.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Screen;

/**
 * A year or half-year in which commitments are agreed and answered for.
 *
 * @param populationDay who belongs to it was read as of this day
 * @param linesOn line managers are those of this day
 */
public record Cycle(
        UUID id, LocalDate fromDay, LocalDate untilDay, LocalDate populationDay, LocalDate signBy, LocalDate midYearBy, LocalDate selfBy, LocalDate rateBy,
        LocalDate calibrateBy, LocalDate talkBy, LocalDate linesOn, UUID openedBy, Instant openedAt, @Nullable UUID closedBy, @Nullable Instant closedAt) {

    /** Its stages with their last days. */
    public record Plan(
            LocalDate fromDay, LocalDate untilDay, LocalDate signBy, LocalDate midYearBy, LocalDate selfBy, LocalDate rateBy, LocalDate calibrateBy, LocalDate talkBy) {
        boolean inOrder() {
            return fromDay.isBefore(untilDay) && !signBy.isBefore(fromDay) && !midYearBy.isBefore(signBy) && !selfBy.isBefore(midYearBy) && !rateBy.isBefore(selfBy)
                    && !calibrateBy.isBefore(rateBy) && !talkBy.isBefore(calibrateBy) && fromDay.plusYears(1).plusDays(1).isAfter(untilDay);
        }

        /** A calendar year with the usual days. */
        public static Plan year(int year) {
            var first = LocalDate.of(year, 1, 1);
            return new Plan(first, LocalDate.of(year, 12, 31), first.plusDays(58), LocalDate.of(year, 7, 31), LocalDate.of(year, 12, 20), LocalDate.of(year + 1, 1, 15),
                    LocalDate.of(year + 1, 1, 31), LocalDate.of(year + 1, 2, 28));
        }
    }

    public boolean closed() {
        return closedAt != null;
    }

    public String name(Screen s) {
        var whole = fromDay.getDayOfYear() == 1 && untilDay.equals(LocalDate.of(fromDay.getYear(), 12, 31));
        return whole ? s.t("performance.cycle-of", String.valueOf(fromDay.getYear())) : s.t("performance.cycle-from-to", fromDay, untilDay);
    }
}

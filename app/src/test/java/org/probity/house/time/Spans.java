package org.probity.house.time;

import java.time.LocalDate;

/** Days at the edge of a span of months, whatever day it is: of months of different length the edge is not always the day after the one so many months ago. */
public final class Spans {
    private Spans() {}

    /** The first day from which so many months are not over yet, its own counted. */
    public static LocalDate firstWithin(int months, LocalDate today) {
        var day = today.minusMonths(months);
        while (day.plusMonths(months).minusDays(1).isBefore(today)) {
            day = day.plusDays(1);
        }
        return day;
    }
}

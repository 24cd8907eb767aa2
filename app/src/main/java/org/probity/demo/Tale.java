package org.probity.demo;

import java.time.LocalDate;
import java.util.List;

/** What happened in one room of the invented company. A bean of this type is told; all tales together are told in order of time. */
interface Tale {
    List<Chapter> chapters(Years years);

    /**
     * The two years that are told: the last one whole, this one up to today.
     *
     * @param today the day on which the telling began
     */
    record Years(LocalDate today) {
        int last() {
            return today.getYear() - 1;
        }

        int current() {
            return today.getYear();
        }

        /** That day, or today when it is yet to come. */
        LocalDate by(LocalDate day) {
            return day.isBefore(today) ? day : today;
        }
    }
}

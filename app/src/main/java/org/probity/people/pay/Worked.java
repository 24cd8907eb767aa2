package org.probity.people.pay;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody of a file is to statistics; used in sums and never shown.
 *
 * @param sex null: no document says @param grade empty: none @param tenure years at the end of the year @param whole they were here on the first day of the year and on the last
 */
record Worked(UUID person, @Nullable String sex, String grade, String site, double tenure, boolean whole) {
    boolean woman() {
        return "F".equals(sex);
    }

    boolean man() {
        return "M".equals(sex);
    }
}

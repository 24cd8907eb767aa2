package org.probity.house.inbox;

import java.util.Optional;

/** Something that everybody at this house should know right now. A bean of this type may stand above the desk and the first page. */
public interface Notice {
    /** @param done of {@code all}, for a bar; no bar when there is nothing to count */
    record Line(Words words, long done, long all) {
        public static Line of(Words words) {
            return new Line(words, 0, 0);
        }
    }

    Optional<Line> now();
}

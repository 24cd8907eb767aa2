package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Lang;
import org.probity.shapes.course.Attempt;

/**
 * We ask people to learn something until a day.
 *
 * @param suppliers {@code all}, a category's code, or empty for none
 * @param procurement whether procurement's own people are asked
 */
public record Campaign(UUID id, String number, String titleEn, String titleZh, LocalDate fromDay, LocalDate untilDay, String suppliers, boolean procurement) {
    public String title(Lang lang) {
        return switch (lang) {
            case EN -> titleEn;
            case ZH -> titleZh;
        };
    }

    boolean runs(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }

    /** Whom it reached, of a circle: persons. */
    public record Reach(String circle, long asked, long read, long attended, long passed) {}

    /** The same by company. */
    public record PartyReach(UUID party, String number, String nameEn, String nameZh, long asked, long read, long attended, long passed) {
        String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }
    }

    /** Where a person stands in a course. @param taking none: they have not begun */
    public record Progress(Course course, Optional<UUID> taking, org.probity.shapes.course.Progress so) {
        public boolean passed() {
            return so.passed();
        }

        public boolean allRead() {
            return so.allRead();
        }

        public List<Integer> read() {
            return so.read();
        }

        public List<Attempt> attempts() {
            return so.attempts();
        }

        public int next() {
            return so.next();
        }
    }
}

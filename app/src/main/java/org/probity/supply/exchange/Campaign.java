package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Lang;

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

    /** A quiz that was handed in. */
    public record Attempt(UUID id, String course, int no, int questions, int rightAnswers, int neededPercent, boolean passed, LocalDate day, UUID record) {}

    /** Where a person stands in a course. @param read pages read */
    public record Progress(Course course, List<Integer> read, List<Attempt> attempts) {
        public Progress {
            read = List.copyOf(read);
            attempts = List.copyOf(attempts);
        }

        public boolean passed() {
            return attempts.stream().anyMatch(Attempt::passed);
        }

        public boolean allRead() {
            return read.size() >= course.sheets().size();
        }

        /** The first page that was not read, from 1; one more than there are when all were. */
        public int next() {
            return java.util.stream.IntStream.rangeClosed(1, course.sheets().size()).filter(page -> !read.contains(page)).findFirst().orElse(course.sheets().size() + 1);
        }
    }
}

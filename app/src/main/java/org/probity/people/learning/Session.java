package org.probity.people.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A session by name.
 *
 * @param number of the run, with its place in it, such as L2026-00012/3
 * @param alone whoever was there read it online at their own time; the list is of a day
 * @param trainer a person of the directory; null: somebody from outside, or nobody yet
 */
public record Session(
        UUID session, UUID occasion, UUID course, String courseNumber, Kind kind, String titleEn, String titleZh, String number, Instant startsAt, Instant endsAt, LocalDate day, String place,
        @Nullable UUID trainer, boolean online, boolean alone) {
    public String title(Lang lang) {
        return switch (lang) {
            case EN -> titleEn;
            case ZH -> titleZh;
        };
    }

    /** From when to when, by the clock on the wall. */
    public String hours(ZoneId zone) {
        return Trainings.clock(startsAt, zone) + " – " + Trainings.clock(endsAt, zone);
    }
}

package org.probity.supply.blacklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A case against a supplier.
 *
 * @param dueDay until when the supplier may answer; null before it is called to a hearing
 * @param answers how often the supplier has answered
 * @param suspendedUntil the last day of an urgent stop that still stands
 * @param ban the ban that came of it
 */
public record Matter(
        UUID id, UUID supplier, String number, String nameEn, String nameZh, String ground, String groundEn, String groundZh, LocalDate happenedDay, String facts,
        UUID openedBy, Instant openedAt, @Nullable LocalDate dueDay, @Nullable String notice, @Nullable UUID calledBy,
        @Nullable Instant calledAt, long answers, @Nullable LocalDate suspendedUntil, boolean dropped,
        @Nullable UUID ban, @Nullable LocalDate banFrom, @Nullable LocalDate banUntil, boolean lifted) {

    public enum Stage { OPEN, HEARING, HEARD, BARRED, ENDED, DROPPED }

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    public String ground(Lang lang) {
        return switch (lang) {
            case EN -> groundEn;
            case ZH -> groundZh;
        };
    }

    public boolean barred(LocalDate day) {
        return ban != null && !lifted && (banUntil == null || !banUntil.isBefore(day));
    }

    public boolean forGood() {
        return ban != null && banUntil == null;
    }

    /** A supplier that has answered, or had its time to, has been heard. */
    public boolean heard(LocalDate day) {
        return dueDay != null && (answers > 0 || dueDay.isBefore(day));
    }

    public Stage stage(LocalDate day) {
        return dropped ? Stage.DROPPED : ban != null ? barred(day) ? Stage.BARRED : Stage.ENDED : dueDay == null ? Stage.OPEN : heard(day) ? Stage.HEARD : Stage.HEARING;
    }

    /** Whether it still waits for a decision. */
    public boolean running() {
        return !dropped && ban == null;
    }

    public String path() {
        return "/app/blacklist/" + id;
    }
}

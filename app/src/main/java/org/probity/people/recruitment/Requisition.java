package org.probity.people.recruitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * People that a unit wants.
 *
 * @param track code of a career track; empty: none
 * @param level 0: none
 * @param waits the proposal that somebody has still to rule on
 * @param fromDay since when strangers read it; null: not yet
 * @param endedOn when it was taken down before its last day
 */
public record Requisition(
        UUID id, String number, UUID unit, String unitEn, String unitZh, String track, int level, String titleEn, String titleZh, String workEn, String workZh, String grounds, int wanted,
        LocalDate closesOn, UUID askedBy, Instant askedAt, @Nullable UUID waits, @Nullable UUID approvedBy, @Nullable LocalDate fromDay, @Nullable LocalDate endedOn, long applications, long hired) {
    public enum State { ASKED, REJECTED, APPROVED, OPEN, CLOSED }

    /** Asked of everybody alike. @param anchors what a mark of 1, 3 and 5 means */
    public record Question(Stage stage, int no, String wordsEn, String wordsZh, String anchorsEn, String anchorsZh) {
        public String words(Lang lang) {
            return lang == Lang.ZH ? wordsZh : wordsEn;
        }

        public String anchors(Lang lang) {
            return lang == Lang.ZH ? anchorsZh : anchorsEn;
        }
    }

    public State state(LocalDate today) {
        if (approvedBy == null) {
            return waits == null ? State.REJECTED : State.ASKED;
        }
        return fromDay == null ? State.APPROVED : endedOn != null || closesOn.isBefore(today) ? State.CLOSED : State.OPEN;
    }

    public String title(Lang lang) {
        return lang == Lang.ZH ? titleZh : titleEn;
    }

    public String work(Lang lang) {
        return lang == Lang.ZH ? workZh : workEn;
    }

    public String unit(Lang lang) {
        return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
    }

    public boolean filled() {
        return hired >= wanted;
    }
}

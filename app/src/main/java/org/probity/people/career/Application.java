package org.probity.people.career;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody asks to be certified for a level of a track.
 *
 * @param version of the standard by which it is judged, whatever comes into force later
 * @param because why it was withdrawn by nobody; empty: it was not
 * @param held the level they had when they applied; the same as {@code level} when a level that runs out is shown again
 */
public record Application(
        UUID id, String number, UUID person, String personEn, String personZh, String track, Ladder ladder, String trackEn, String trackZh, UUID version, int level, int held, UUID openedBy, State state,
        Instant at, String because) {
    public enum State {
        DRAFT, SENT, PANEL, DECIDED, WITHDRAWN;

        boolean open() {
            return this == DRAFT || this == SENT || this == PANEL;
        }
    }

    /** What came of it. */
    public enum Outcome {
        GRANTED,
        /** Nothing changes. */
        NOT_SHOWN,
        /** A level that was to be shown again was not; it stays once, until its last day or a little longer. */
        KEPT,
        /** It was not shown a second time: one level down. */
        LOWERED
    }

    /** What an applicant says to an item. */
    public record Said(UUID item, String words, Instant at) {}

    public record Attached(UUID id, UUID item, String name, long size) {}

    public record Panelist(UUID person, UUID account, String nameEn, String nameZh, int no, boolean outside, boolean manager, boolean voted) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    /** What one of the panel finds shown of an item. */
    public record Vote(UUID person, UUID item, int shown, String reason) {}

    public record Decided(Outcome outcome, int shown, int level, LocalDate fromDay, @Nullable LocalDate untilDay, UUID record) {}

    /** Of an item: what was asked and what the panel found. */
    public record DecidedItem(UUID item, int wanted, int shown) {
        public boolean met() {
            return shown >= wanted;
        }
    }

    public String person(Lang lang) {
        return lang == Lang.ZH && !personZh.isEmpty() || personEn.isEmpty() ? personZh : personEn;
    }

    public String track(Lang lang) {
        return lang == Lang.ZH ? trackZh : trackEn;
    }

    /** As people say it: P4. */
    public String code() {
        return ladder.name() + level;
    }
}

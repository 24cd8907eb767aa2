package org.probity.people.succession;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;

/** Something a post asks: a level on a track, a course that holds, or months in a unit and what lies below it. */
public record Requirement(
        UUID id, Kind kind, @Nullable String track, @Nullable String ladder, @Nullable Integer level, @Nullable UUID course, @Nullable Integer months, String whatEn, String whatZh, LocalDate day) {
    public enum Kind { LEVEL, COURSE, UNIT }

    /** As typed. @param unit its code */
    public record Want(String kind, String track, int level, String course, String unit, int months) {}

    String what(Lang lang) {
        return lang == Lang.ZH && !whatZh.isEmpty() || whatEn.isEmpty() ? whatZh : whatEn;
    }

    public String says(Screen s) {
        return switch (kind) {
            case LEVEL -> s.t("succession.asks.LEVEL", what(s.lang()), ladder + String.valueOf(level));
            case COURSE -> s.t("succession.asks.COURSE", what(s.lang()));
            case UNIT -> s.t("succession.asks.UNIT", what(s.lang()), Objects.requireNonNull(months));
        };
    }
}

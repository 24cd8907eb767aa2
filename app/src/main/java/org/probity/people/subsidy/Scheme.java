package org.probity.people.subsidy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import java.util.UUID;
import org.probity.house.ui.Lang;

/**
 * Who gets how much for what.
 *
 * @param most yuan for a day, or for a claim
 * @param times claims of one person in a year; null: as many as there are days
 * @param budget of the year that is asked; null: none was set, and nothing is agreed to
 * @param agreed of it
 */
public record Scheme(
        UUID id, String code, Kind kind, String nameEn, String nameZh, Per per, BigDecimal most, @Nullable Integer times, boolean receipt, LocalDate fromDay, @Nullable LocalDate untilDay, String source, @Nullable BigDecimal budget,
        BigDecimal agreed) {
    public enum Kind { MEALS, TRAVEL, FAMILY }

    public enum Per { DAY, CLAIM }

    public String name(Lang lang) {
        return said(lang, nameEn, nameZh);
    }

    static String said(Lang lang, String en, String zh) {
        return lang == Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(fromDay) && (untilDay == null || !day.isAfter(untilDay));
    }

    /** The most that these days give. */
    BigDecimal most(LocalDate from, LocalDate until) {
        return per == Per.CLAIM ? most : most.multiply(BigDecimal.valueOf(until.toEpochDay() - from.toEpochDay() + 1));
    }
}

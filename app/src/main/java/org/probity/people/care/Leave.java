package org.probity.people.care;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody's request for leave and what it came to.
 *
 * @param amount hundredths of an hour
 * @param outcome null: nobody has answered
 * @param withdrawnAt null: not taken back
 * @param paper that was shown before it was agreed to; null: none
 * @param askedUntil the last day that was asked for, of whoever came back before it; null: they did not
 */
public record Leave(
        UUID id, String number, UUID person, String personEn, String personZh, Kind kind, LocalDate fromDay, LocalDate untilDay, Part part, long amount, String words, UUID askedBy, Instant askedAt,
        @Nullable String outcome, @Nullable String reason, @Nullable UUID answeredBy, @Nullable Instant answeredAt, @Nullable Instant withdrawnAt, Kind.@Nullable Paper paper,
        @Nullable LocalDate askedUntil) {
    public enum State { ASKED, AGREED, REFUSED, WITHDRAWN }

    /** Half a day has a morning or an afternoon. */
    public enum Part { WHOLE, MORNING, AFTERNOON }

    public State state() {
        return withdrawnAt != null ? State.WITHDRAWN : outcome == null ? State.ASKED : State.valueOf(outcome);
    }

    /** Whether whoever asked may still take it back. */
    boolean mayGoBack(LocalDate today) {
        return state() == State.ASKED || state() == State.AGREED && today.isBefore(fromDay);
    }

    /** Whether it runs and somebody may yet come back before its last day. */
    boolean mayEndEarly(LocalDate today) {
        return state() == State.AGREED && askedUntil == null && untilDay.isAfter(fromDay) && !today.isBefore(fromDay);
    }

    public BigDecimal hours() {
        return BigDecimal.valueOf(amount, 2);
    }

    public String person(Lang lang) {
        return name(lang, personEn, personZh);
    }

    static String name(Lang lang, String en, String zh) {
        return lang == Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }
}

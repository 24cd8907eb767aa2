package org.probity.people.education;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody's study that we may support.
 *
 * @param amount agreed by two; null: not yet
 * @param paid so far
 */
public record Support(
        UUID id, String number, UUID person, String personEn, String personZh, UUID programme, String titleEn, String titleZh, Kind kind, String engagement, String words, UUID appliedBy, Instant appliedAt,
        @Nullable BigDecimal offered, @Nullable BigDecimal amount, @Nullable LocalDate day, @Nullable String refusal, BigDecimal proven, BigDecimal paid, @Nullable String outcome,
        @Nullable LocalDate resultDay) {
    public enum State { APPLIED, OFFERED, SUPPORTED, OBTAINED, FAILED, LEFT, REFUSED }

    /** Something brought for an instalment. @param name of the file; null: it went when who brought it was forgotten @param paidOn null: not yet */
    public record Proof(UUID id, int no, @Nullable String name, BigDecimal amount, @Nullable LocalDate paidOn) {}

    public State state() {
        return refusal != null ? State.REFUSED : outcome != null ? State.valueOf(outcome) : amount != null ? State.SUPPORTED : offered != null ? State.OFFERED : State.APPLIED;
    }

    public String person(Lang lang) {
        return lang == Lang.ZH && !personZh.isEmpty() || personEn.isEmpty() ? personZh : personEn;
    }

    public String title(Lang lang) {
        return lang == Lang.ZH ? titleZh : titleEn;
    }
}

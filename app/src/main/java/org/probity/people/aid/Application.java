package org.probity.people.aid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody asks the fund for help.
 *
 * @param ownCost what they bear themselves after all insurance, fen; null: forgotten
 * @param dueAt asked for as urgent, so that help is there by then
 * @param urgentAt when the second signature let money out
 * @param urgent what was let out at once
 * @param outcome null: not decided
 * @param amount what the decision gives beside what was let out at once
 */
public record Application(UUID id, String number, UUID person, String nameEn, String nameZh, Ground ground, LocalDate eventDay, @Nullable Long ownCost, @Nullable Integer dependants, String words,
        UUID appliedBy, Instant appliedAt, @Nullable Instant dueAt, @Nullable Instant urgentAt, @Nullable Long urgent, @Nullable String outcome, @Nullable Long due, @Nullable Long amount,
        @Nullable Instant decidedAt, @Nullable Instant withdrawnAt) {

    public enum State { APPLIED, HELPED_AT_ONCE, AGREED, REFUSED, WITHDRAWN }

    public State state() {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (outcome != null) {
            return State.valueOf(outcome);
        }
        return urgentAt != null ? State.HELPED_AT_ONCE : State.APPLIED;
    }

    public boolean open() {
        return outcome == null && withdrawnAt == null;
    }

    /** To the second: at the very end of the hours is in time. */
    public boolean inTime() {
        return dueAt != null && urgentAt != null && !urgentAt.isAfter(dueAt);
    }

    public String person(Lang lang) {
        return lang == Lang.ZH ? nameZh : nameEn;
    }
}

package org.probity.supply.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A place on the qualified list that somebody asked for, and how it stands on a day.
 *
 * @param newcomer whether the supplier came into the register with it
 * @param outcome of the newest decision; null: nobody has decided
 * @param fromDay since when it was decided so
 * @param untilDay last day on which all that is known now holds; null when it was not admitted
 * @param missing codes of legs that do not hold, in their order; {@code decision} when the decision itself has ended
 * @param suspension the act that stopped it, if any holds
 * @param conditionDue the day by which the first open condition must be fulfilled
 */
public record Dossier(
        UUID id, UUID supplier, String number, String nameEn, String nameZh, String category, String categoryEn, String categoryZh,
        UUID site, String siteName, boolean newcomer, LocalDate dueDay, UUID openedBy, Instant openedAt,
        @Nullable Outcome outcome, @Nullable LocalDate fromDay, @Nullable LocalDate untilDay, List<String> missing,
        @Nullable UUID suspension, @Nullable LocalDate conditionDue, boolean proposed, @Nullable LocalDate left) {

    /** What is proposed and decided. */
    public enum Outcome { ADMIT, REFUSE }

    /** Where it stands; follows from the facts and is written nowhere. */
    public enum Stage {
        /** Legs are missing. */
        IN_REVIEW,
        /** All legs hold; somebody may propose. */
        READY,
        /** A second person is waited for. */
        PROPOSED,
        QUALIFIED,
        /** Qualified as long as a condition is fulfilled by its day. */
        WITH_CONDITIONS,
        /** Was qualified; a leg has ended. */
        LAPSED,
        SUSPENDED,
        REFUSED,
        /** The relation with the supplier ended. */
        LEFT
    }

    public Dossier {
        missing = List.copyOf(missing);
    }

    public Stage stage() {
        if (left != null) {
            return Stage.LEFT;
        }
        if (suspension != null) {
            return Stage.SUSPENDED;
        }
        if (proposed) {
            return Stage.PROPOSED;
        }
        return switch (outcome) {
            case ADMIT -> !missing.isEmpty() ? Stage.LAPSED : conditionDue == null ? Stage.QUALIFIED : Stage.WITH_CONDITIONS;
            case REFUSE -> Stage.REFUSED;
            case null -> missing.isEmpty() ? Stage.READY : Stage.IN_REVIEW;
        };
    }

    public String supplierName(Lang lang) {
        return lang == Lang.EN ? nameEn : nameZh;
    }

    public String categoryName(Lang lang) {
        return lang == Lang.EN ? categoryEn : categoryZh;
    }

    /**
     * One leg it needs.
     *
     * @param clause by which rule of ours, as it is called there
     * @param fact the proof or agreement it stands on, also when that has ended; null: there never was one
     * @param untilDay last day it holds
     * @param waiting a proof or agreement that lies with somebody now
     */
    public record Needed(
            String leg, Leg.Kind kind, String nameEn, String nameZh, String clause, @Nullable UUID fact, @Nullable LocalDate fromDay,
            @Nullable LocalDate untilDay, @Nullable LocalDate conditionDue, @Nullable UUID record) {
        public boolean holds(LocalDate on) {
            return untilDay != null && !untilDay.isBefore(on);
        }

        public String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }
    }

    /** Something that was proposed, and what became of it. */
    public record Motion(
            UUID id, Outcome outcome, @Nullable LocalDate untilDay, String condition, @Nullable LocalDate conditionDue, String reason,
            UUID proposedBy, Instant proposedAt, @Nullable String ruled, @Nullable UUID ruledBy, @Nullable Instant ruledAt,
            @Nullable String rulingReason, boolean conditionMet) {}

    /** A stop, and its end. */
    public record Stop(UUID id, String reasons, UUID by, Instant at, @Nullable String liftedReasons, @Nullable UUID liftedBy, @Nullable Instant liftedAt) {}
}

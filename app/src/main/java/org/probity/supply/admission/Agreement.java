package org.probity.supply.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * One agreement with one supplier.
 *
 * @param party names and code of the supplier when the words were made; a signature is for them alone
 * @param sha256 of the words in both languages, as every signature binds them
 * @param steps what became of it, in order
 */
public record Agreement(
        UUID id, UUID supplier, String leg, UUID template, int version, String titleEn, String titleZh, String party, String textEn, String textZh,
        String sha256, Instant offeredAt, UUID record, List<Step> steps) {

    public enum Act {
        /** In the browser, by a signatory of the supplier, on exactly these words. */
        SIGNED,
        /** A paper with the company chop was brought. */
        ON_PAPER,
        /** Somebody else looked at the paper and found it good. */
        PAPER_CHECKED,
        /** The paper is not good, with the reason. */
        RETURNED,
        /** We signed too: from here it is in force. */
        COUNTERSIGNED,
        /** One side ended it, with its last day. */
        ENDED
    }

    public record Step(
            int no, Act act, UUID by, Instant at, LocalDate onDay, @Nullable UUID signatory, @Nullable String signatoryName, @Nullable UUID mandate,
            String reasons, @Nullable UUID evidence, @Nullable LocalDate fromDay, @Nullable LocalDate untilDay, UUID record) {}

    /** Whose turn it is, and whether it holds. */
    public enum Stage { OFFERED, PAPER_TO_CHECK, RETURNED, TO_COUNTERSIGN, IN_FORCE, ENDED }

    public Agreement {
        steps = List.copyOf(steps);
    }

    public Stage stage(LocalDate today) {
        if (steps.isEmpty()) {
            return Stage.OFFERED;
        }
        return switch (steps.getLast().act()) {
            case SIGNED, PAPER_CHECKED -> Stage.TO_COUNTERSIGN;
            case ON_PAPER -> Stage.PAPER_TO_CHECK;
            case RETURNED -> Stage.RETURNED;
            case COUNTERSIGNED, ENDED -> untilDay().isBefore(today) ? Stage.ENDED : Stage.IN_FORCE;
        };
    }

    /** The last day it holds: of its term, or earlier when it was ended. Only of one that was countersigned. */
    public LocalDate untilDay() {
        return steps.stream().map(Step::untilDay).filter(Objects::nonNull).min(LocalDate::compareTo).orElseThrow();
    }

    public String title(Lang lang) {
        return lang == Lang.EN ? titleEn : titleZh;
    }

    public String text(Lang lang) {
        return lang == Lang.EN ? textEn : textZh;
    }

    /** A version of an agreement's words. @param state of its approval: null open, else the ruling */
    public record Template(
            UUID id, String leg, int version, LocalDate fromDay, int months, String titleEn, String titleZh, String textEn, String textZh,
            UUID writtenBy, Instant writtenAt, UUID proposal, @Nullable Instant approvedAt) {
        public String title(Lang lang) {
            return lang == Lang.EN ? titleEn : titleZh;
        }
    }

    /**
     * Somebody who signs for a supplier.
     *
     * @param outcome null: not checked yet
     * @param until as the checker found it; null unless accepted
     * @param withdrawnAt since when it is taken back, with why; null: it is not
     */
    public record Signatory(
            UUID id, UUID supplier, UUID account, String name, Capacity capacity, LocalDate validUntil, UUID evidence, Instant namedAt,
            @Nullable String outcome, @Nullable String reasons, @Nullable LocalDate until,
            @Nullable Instant withdrawnAt, @Nullable String withdrawnWhy, @Nullable UUID withdrawnBy) {
        boolean holds(LocalDate today) {
            return "ACCEPTED".equals(outcome) && until != null && !until.isBefore(today) && withdrawnAt == null;
        }

        boolean maySign(UUID who, LocalDate today) {
            return account.equals(who) && holds(today);
        }
    }

    /** By what a person may sign for a company. */
    public enum Capacity {
        /** Entered in the register of companies. */
        LEGAL_REPRESENTATIVE,
        /** By a power of attorney. */
        AUTHORISED
    }

    /** Somebody who signs for us. @param withdrawnAt since when it is taken back, with why; null: it is not */
    public record Mandate(
            UUID id, UUID account, LocalDate fromDay, LocalDate untilDay, @Nullable UUID evidence, UUID givenBy,
            @Nullable Instant withdrawnAt, @Nullable String withdrawnWhy, @Nullable UUID withdrawnBy) {
        boolean holds(LocalDate today) {
            return !untilDay.isBefore(today) && withdrawnAt == null;
        }
    }
}

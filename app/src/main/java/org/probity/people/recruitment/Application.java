package org.probity.people.recruitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody's application as those who decide see it: a code, and how far it has come.
 *
 * @param stage the last one decided on; null: none yet
 * @param waits whether a panel's decision waits for a second person
 * @param startsOn of an offer
 * @param answerBy of an offer: the last day on which the private link answers it
 * @param acceptedOn the applicant's yes to it
 */
public record Application(
        UUID id, String code, UUID requisition, String number, String titleEn, String titleZh, Instant appliedAt, LocalDate keepUntil, @Nullable UUID file, @Nullable Stage stage,
        @Nullable Outcome outcome, String ground, @Nullable UUID waits, long interviews, @Nullable LocalDate startsOn, boolean young, @Nullable LocalDate answerBy,
        @Nullable LocalDate acceptedOn) {
    public enum Outcome {
        ON, REFUSED,
        /** The applicant's own no. */
        DECLINED
    }

    public enum State { SCREENING, INTERVIEWS, TO_OFFER, OFFERED, HIRED, REFUSED, DECLINED }

    public State state() {
        if (stage == null || outcome == null) {
            return State.SCREENING;
        }
        return switch (outcome) {
            case REFUSED -> State.REFUSED;
            case DECLINED -> State.DECLINED;
            case ON -> switch (stage) {
                case SCREEN -> State.INTERVIEWS;
                case INTERVIEW -> State.TO_OFFER;
                case OFFER -> State.OFFERED;
                case HIRE -> State.HIRED;
            };
        };
    }

    /** Whether the private link answers an offer today. */
    boolean answerable(LocalDate today) {
        return state() == State.OFFERED && acceptedOn == null && answerBy != null && !today.isAfter(answerBy);
    }

    /** Whether it may be known who it is: not before it was screened. */
    public boolean open() {
        return stage != null;
    }

    /** Refused by those who screened: whoever would have asked the questions need not know who it was. */
    boolean refusedUnasked() {
        return stage == Stage.SCREEN && outcome == Outcome.REFUSED;
    }

    public String title(Lang lang) {
        return lang == Lang.ZH ? titleZh : titleEn;
    }
}

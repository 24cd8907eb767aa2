package org.probity.people.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A case as it can be read here.
 *
 * @param acknowledgeBy the last day on which whoever wrote is told that it was received
 * @param answerBy the last day on which they are told what was done; counted from the acknowledgement, or from its last day while there is none
 * @param asked how often they were asked whether they suffer for it
 * @param heard how often it was noted what came back
 * @param reviews the case at whose handling this one looks, because whoever reported asked for it
 * @param review how others saw it, if they were asked
 * @param followUp from when on they are to be asked again; none before the acknowledgement and after the fourth time
 */
public record Card(UUID id, String number, String message, Channel channel, Category category, Via via, @Nullable String siteEn, @Nullable String siteZh, LocalDate received, @Nullable LocalDate acknowledged,
        @Nullable LocalDate answered, @Nullable LocalDate closed, @Nullable Outcome outcome, LocalDate acknowledgeBy, LocalDate answerBy, int asked, int heard, @Nullable LocalDate followUp, @Nullable String reviews, @Nullable Review review) {
    /** Why somebody steps back. */
    public enum Because {
        NAMED, RELATIVE, LINE, DEALINGS, OTHER,
        /** It was handed on to others. Nobody chooses this. */
        MOVED;

        static List<Because> chosen() {
            return List.of(NAMED, RELATIVE, LINE, DEALINGS, OTHER);
        }

        String key() {
            return "voice.because." + name();
        }
    }

    /** What came back when they were asked. */
    public enum Heard {
        NONE, SOME, SILENT;

        String key() {
            return "voice.heard." + name();
        }
    }

    /** How others saw what came out. */
    public enum Review {
        OPEN, SAME, OTHER;

        String key() {
            return "voice.review." + name();
        }
    }

    public enum Outcome {
        SUBSTANTIATED, PARTLY, NOT_SUBSTANTIATED, REFERRED, NO_CASE;

        String key() {
            return "voice.outcome." + name();
        }
    }

    public enum State {
        RECEIVED, ACKNOWLEDGED, ANSWERED, CLOSED;

        String key() {
            return "voice.state." + name();
        }
    }

    State state() {
        return closed != null ? State.CLOSED : answered != null ? State.ANSWERED : acknowledged != null ? State.ACKNOWLEDGED : State.RECEIVED;
    }

    String site(Lang lang) {
        var site = lang == Lang.ZH ? siteZh : siteEn;
        return site == null ? "" : site;
    }

    /** The clock that runs: until somebody says that it was received, then until somebody says what was done. None once both are over. */
    @Nullable LocalDate due() {
        return acknowledged == null && closed == null ? acknowledgeBy : answered == null && closed == null ? answerBy : null;
    }

    boolean late(LocalDate today) {
        var due = due();
        return due != null && due.isBefore(today);
    }
}

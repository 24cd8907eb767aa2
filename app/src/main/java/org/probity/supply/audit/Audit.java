package org.probity.supply.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit to one site of a supplier.
 *
 * @param number by which people speak of it
 * @param packSha256 of the checklist as it was asked
 * @param at when it came to stand so
 * @param findings stated by the validated report; null before
 * @param reauditDay by when we come again; null before the report
 */
public record Audit(
        UUID id, String number, UUID supplier, UUID site, String scope, String pack, int packVersion, String packSha256, LocalDate fromDay, LocalDate untilDay,
        int step, State state, Instant at, UUID by, String words, @Nullable Integer findings, @Nullable LocalDate reauditDay, UUID record) {

    public enum State {
        /** Site, days and checklist are fixed; the team comes together. */
        ARRANGED,
        /** The team is complete, independent, and there. */
        UNDERWAY,
        /** The lead has drawn up the report; the others speak. */
        DRAWN_UP,
        /** All of the team have spoken: the report holds, and its findings go their way. */
        REPORTED,
        /** It does not take place. */
        CALLED_OFF;

        /** The allowed steps; the picture in the guide is drawn from this. */
        public static final Map<State, Set<State>> STEPS = Map.of(
                ARRANGED, Set.of(UNDERWAY, CALLED_OFF),
                UNDERWAY, Set.of(DRAWN_UP, CALLED_OFF),
                DRAWN_UP, Set.of(REPORTED),
                REPORTED, Set.of(),
                CALLED_OFF, Set.of());

        public boolean mayBecome(State next) {
            return STEPS.get(this).contains(next);
        }
    }

    /** One of the team. @param dealings null: not declared yet; empty: none @param left declared a dealing and went */
    public record Member(UUID account, Department department, boolean lead, @Nullable String dealings, boolean left) {
        public boolean ready() {
            return !left && dealings != null && dealings.isEmpty();
        }
    }

    public enum Gathering { OPENING, CLOSING }

    public record Meeting(Gathering kind, LocalDate day, int people, String words) {}

    /** How many were interviewed, and what was read. Never who. */
    public record Sampling(int interviews, String groups, String documents) {}

    /** What one of the team says to the report. */
    public record Word(UUID account, boolean agrees, String words, Instant at) {}

    /** What the supplier says to it. */
    public record Comment(String words, Instant at) {}

    public record Finding(
            UUID id, UUID audit, int no, String question, Topic topic, String clause, Severity severity, String titleEn, String titleZh, String words, LocalDate day,
            UUID record) {
        public String title(org.probity.house.ui.Lang lang) {
            return switch (lang) {
                case EN -> titleEn;
                case ZH -> titleZh;
            };
        }
    }
}

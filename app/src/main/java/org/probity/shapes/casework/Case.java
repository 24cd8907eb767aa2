package org.probity.shapes.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A corrective action that a supplier owes, and where it stands now.
 *
 * @param kind of which room, such as {@code audit.finding}
 * @param severity in that room's words
 * @param subject what it is about, in that room
 * @param planDueDay by when a plan was owed from the start
 * @param closeDueDay by when it should be closed
 * @param source where those days come from
 * @param step how many steps it has taken; the first is its opening
 * @param dueDay by when the side whose turn it is should move
 * @param plan the newest plan, as of this step
 */
public record Case(
        UUID id, String kind, String severity, UUID subject, UUID supplier, String titleEn, String titleZh, LocalDate openedDay, LocalDate planDueDay,
        LocalDate closeDueDay, String source, int step, State state, Instant at, UUID by, String words, LocalDate dueDay, @Nullable UUID plan, UUID record) {

    /** Where it stands. Late is not a state: it follows from the day it is due. */
    public enum State {
        /** The supplier owes a plan. */
        PLAN_OWED,
        /** A plan has come and waits for us. */
        PLAN_SENT,
        /** The plan was not good enough; the reason was told. */
        PLAN_RETURNED,
        /** The plan is agreed; the supplier carries it out. */
        PLAN_ACCEPTED,
        /** The supplier showed that it is done. */
        DONE_SENT,
        /** What was shown was not enough; the reason was told. */
        DONE_RETURNED,
        /** One of us has seen that it is done. */
        VERIFIED,
        /** One of us holds, with a reason, that nothing need be done. */
        NO_ACTION,
        /** A second of us has agreed. */
        CLOSED;

        /** The allowed steps; the picture in the guide is drawn from this. */
        public static final Map<State, Set<State>> STEPS = Map.of(
                PLAN_OWED, Set.of(PLAN_SENT, NO_ACTION),
                PLAN_SENT, Set.of(PLAN_RETURNED, PLAN_ACCEPTED, NO_ACTION),
                PLAN_RETURNED, Set.of(PLAN_SENT, NO_ACTION),
                PLAN_ACCEPTED, Set.of(DONE_SENT, PLAN_SENT, NO_ACTION),
                DONE_SENT, Set.of(DONE_RETURNED, VERIFIED),
                DONE_RETURNED, Set.of(DONE_SENT, NO_ACTION),
                VERIFIED, Set.of(CLOSED, DONE_RETURNED),
                NO_ACTION, Set.of(CLOSED, PLAN_RETURNED),
                CLOSED, Set.of());

        public boolean mayBecome(State next) {
            return STEPS.get(this).contains(next);
        }

        /** Whether the supplier has something to do. */
        public boolean waitsForSupplier() {
            return switch (this) {
                case PLAN_OWED, PLAN_RETURNED, PLAN_ACCEPTED, DONE_RETURNED -> true;
                case PLAN_SENT, DONE_SENT, VERIFIED, NO_ACTION, CLOSED -> false;
            };
        }
    }

    /** How a verification was made. */
    public enum Method { DESK, SITE }

    /** What a measure is for. */
    public enum Aim { CORRECTIVE, PREVENTIVE }

    /** @param owner who at the supplier sees to it; a function is enough */
    public record Measure(Aim aim, String what, String owner, LocalDate dueDay) {}

    /** What a supplier means to do. */
    public record Plan(UUID id, String containment, String rootCause, List<Measure> measures) {
        public Plan {
            measures = List.copyOf(measures);
        }
    }

    /** A step it has taken. */
    public record Step(
            int no, State state, Instant at, UUID by, String words, LocalDate dueDay, @Nullable Method method, @Nullable LocalDate visitDay) {}

    public String title(Lang lang) {
        return switch (lang) {
            case EN -> titleEn;
            case ZH -> titleZh;
        };
    }

    public boolean open() {
        return state != State.CLOSED;
    }

    public boolean late(LocalDate today) {
        return open() && today.isAfter(dueDay);
    }

    /** Days until the next move is due; negative when late. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueDay);
    }
}

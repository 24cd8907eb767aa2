package org.probity.shapes.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.evidence.Evidence;

/**
 * Something that one of us promised to do.
 *
 * @param owner account of who owes it now
 * @param step number of its newest step, which has {@code state}, {@code words}, {@code by} and {@code at}
 * @param doneDay when the owner said what another has seen since
 * @param result what came of it, as published; null: nothing was published yet
 */
public record Measure(
        UUID id, String number, String kind, UUID subject, String what, UUID owner, LocalDate dueDay, UUID promisedBy, Instant promisedAt, int step, State state, String words, UUID by,
        Instant at, @Nullable LocalDate doneDay, @Nullable LocalDate seenDay, @Nullable String result, @Nullable LocalDate resultDay, UUID record) {

    /** What it is about: a thing of some room. @param kind as its {@link MeasureKind} has it */
    public record Subject(String kind, UUID id) {}

    public enum State {
        PROMISED,
        /** Its owner says so. */
        DONE,
        /** Another looked and it is not. */
        RETURNED,
        /** Another has seen that it is done. */
        SEEN,
        /** Not needed any more, or not possible; with the reason. */
        DROPPED;

        boolean mayBecome(State next) {
            return switch (this) {
                case PROMISED, RETURNED -> next == DONE || next == DROPPED;
                case DONE -> next == SEEN || next == RETURNED || next == DROPPED;
                case SEEN, DROPPED -> false;
            };
        }
    }

    /** @param files what shows it, if this step brought any */
    public record Step(int no, State state, String words, UUID by, Instant at, List<Evidence.Item> files) {
        public Step {
            files = List.copyOf(files);
        }
    }

    public Subject about() {
        return new Subject(kind, subject);
    }

    /** Its owner has to do something. */
    public boolean owed() {
        return state == State.PROMISED || state == State.RETURNED;
    }

    /** It has not come to its end. */
    public boolean open() {
        return owed() || state == State.DONE;
    }

    public boolean late(LocalDate today) {
        return owed() && dueDay.isBefore(today);
    }

    /** Done by the day that was promised, as another has seen. */
    public boolean inTime() {
        return doneDay != null && !doneDay.isAfter(dueDay);
    }

    public Optional<String> published() {
        return Optional.ofNullable(result);
    }
}

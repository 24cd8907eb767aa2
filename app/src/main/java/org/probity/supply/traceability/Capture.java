package org.probity.supply.traceability;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of events that was sent, and what became of it.
 *
 * @param no as people call it
 * @param supplier who sent it, when a supplier did
 * @param outcome nothing while it waits to be read
 * @param done what was counted in it; nothing while it waits
 */
public record Capture(
        UUID id, long no, Form form, @Nullable UUID supplier, UUID evidence, String file, long bytes, Faulty faulty, UUID sentBy, Instant sentAt, Optional<Done> done) {
    public enum Form {
        /** EPCIS, as JSON or XML. */
        EPCIS,
        /** A table of what became what, from a partner that speaks no EPCIS. */
        TABLE
    }

    /** What is asked for if some of its events cannot be taken. */
    public enum Faulty { REFUSE_ALL, TAKE_GOOD }

    public enum Outcome { TAKEN, REFUSED }

    /**
     * What was counted when it was read.
     *
     * @param duplicates events that were there already
     * @param declared errors declared of events that were there already
     * @param record its entry in the log
     */
    public record Done(Outcome outcome, long events, long taken, long duplicates, long declared, long refused, Instant at, UUID record) {}

    /**
     * What is wrong with an event.
     *
     * @param event its number in the file, from 1; 0 for the file itself
     * @param place the path of the field inside it
     * @param value what stands there
     */
    public record Fault(long event, String place, String key, String value) {}

    public boolean waits() {
        return done.isEmpty();
    }
}

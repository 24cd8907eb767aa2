package org.probity.supply.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a question: yes, yes with a warning, or no, with every reason. */
public record Clearance(UUID id, Question question, Outcome outcome, List<Reason> reasons, Instant at) {
    public Clearance {
        reasons = List.copyOf(reasons);
    }

    public enum Outcome { YES, WARNED, NO }

    /**
     * What one rule objected.
     *
     * @param key the message of the reason; its room's
     * @param words its arguments as JSON
     * @param record the log's record of the deciding fact
     * @param index its place in the log; null while it waits for one
     * @param exception until when two people allow it in spite of this; null when nobody does
     */
    public record Reason(
            String rule, int version, Verdict verdict, String key, String words, @Nullable UUID record, @Nullable Long index,
            @Nullable LocalDate untilDay, @Nullable LocalDate exception) {
        boolean stops() {
            return switch (verdict) {
                case WARN -> false;
                case STOP -> exception == null;
                case BAR -> true;
            };
        }
    }

    static Outcome of(List<Reason> reasons) {
        return reasons.isEmpty() ? Outcome.YES : reasons.stream().anyMatch(Reason::stops) ? Outcome.NO : Outcome.WARNED;
    }

    public boolean allowed() {
        return outcome != Outcome.NO;
    }
}

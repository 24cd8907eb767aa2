package org.probity.supply.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.proof.Json;

/**
 * The answer to a question: yes, yes with a warning, or no, with every reason.
 *
 * @param reference the asker's own word for what it is about
 * @param rulebook the set of rules and versions it was given by
 */
public record Clearance(UUID id, Question question, @Nullable String reference, Outcome outcome, UUID rulebook, List<Reason> reasons, Instant at) {
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
        /** What stands in the sentence of the reason, in a language. */
        public Object[] args(Lang lang) {
            return ((Json.Arr) Json.parse(words)).items().stream().map(it -> switch (it) {
                case Json.Str(var text) -> (Object) text;
                case Json.Num(var number) -> number;
                case Json.Obj names -> names.get(lang.code()).map(name -> name instanceof Json.Str(var text) ? text : name.text()).orElse("");
                case Json.Arr list -> list.text();
                case Json.Bool(var yes) -> String.valueOf(yes);
                case Json.Null() -> "–";
            }).toArray();
        }

        boolean stops() {
            return switch (verdict) {
                case WARN -> false;
                case STOP -> exception == null;
                case BAR -> true;
            };
        }
    }

    /** Whether two people could make an exception: something stops it, and nothing that no exception lifts. */
    public boolean open() {
        return outcome == Outcome.NO && reasons.stream().noneMatch(it -> it.verdict() == Verdict.BAR);
    }

    public boolean allowed() {
        return outcome != Outcome.NO;
    }
}

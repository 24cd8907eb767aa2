package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Fraction;

/**
 * What a supplier's grade of a round was computed from, and what it came to.
 *
 * @param no 1, or higher after an appeal that was right
 * @param measures what was measured of each criterion, for people
 * @param inputs marks of criteria, 0 or 1 of gates: the grade follows from these alone
 * @param score exact; null with the grade when there is not enough to grade
 * @param reason why there is a later one
 * @param record its entry in the log; null: not given yet
 */
public record Scorecard(
        UUID id, UUID round, UUID supplier, int no, Map<String, Measured> measures, Map<String, BigDecimal> inputs, @Nullable Fraction score,
        @Nullable Grade grade, BigDecimal amount, String reason, Instant at, @Nullable UUID record) {

    /**
     * @param facts names and numbers that were counted, in the room's words {@code evaluation.fact.*}
     * @param mark 0 to 100; of a gate 0 or 1
     */
    public record Measured(Map<String, String> facts, BigDecimal mark) {}
}

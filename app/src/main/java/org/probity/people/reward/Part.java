package org.probity.people.reward;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.vest.GainSplit;

/**
 * Somebody's part of a pool and what made it.
 *
 * @param code a name that means nothing outside of this split @param unit the code of the unit they shared with
 * @param assessment the rating's version; null: they had none @param amount fen
 */
public record Part(String code, String unit, String grade, BigDecimal gradeFactor, String rating, @Nullable UUID assessment, BigDecimal ratingFactor, int scheduled, int absent, long amount) {
    GainSplit.Weight<String> weight() {
        return new GainSplit.Weight<>(unit, Plan.exact(gradeFactor), Plan.exact(ratingFactor), GainSplit.attendance(scheduled - absent, scheduled));
    }

    Part with(long amount) {
        return new Part(code, unit, grade, gradeFactor, rating, assessment, ratingFactor, scheduled, absent, amount);
    }

    String words() {
        return String.join("\t", code, unit, grade, gradeFactor.toPlainString(), rating, assessment == null ? "" : assessment.toString(), ratingFactor.toPlainString(), String.valueOf(scheduled), String.valueOf(absent),
                String.valueOf(amount));
    }

    static Part of(String words) {
        var of = words.split("\t", -1);
        return new Part(of[0], of[1], of[2], new BigDecimal(of[3]), of[4], of[5].isEmpty() ? null : UUID.fromString(of[5]), new BigDecimal(of[6]), Integer.parseInt(of[7]), Integer.parseInt(of[8]), Long.parseLong(of[9]));
    }

    /** What a stranger reckons the split from: no name, and nothing that the weight does not need. */
    Map<String, Object> row() {
        return Map.of("code", code, "unit", unit, "grade", gradeFactor.toPlainString(), "rating", ratingFactor.toPlainString(), "present", scheduled - absent, "scheduled", scheduled, "fen", amount);
    }
}

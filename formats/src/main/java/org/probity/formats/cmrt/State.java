package org.probity.formats.cmrt;

/// The traffic light practitioners give a declaration taken by itself, whatever its age and whoever its smelters are.
public enum State {
    /// Complete, and no metal is said to come from the covered countries.
    GREEN,
    /// Something is missing.
    VALIDATION_NEEDED,
    /// Complete, and a metal that is not all recycled is said to come from the covered countries.
    HIGH_RISK;

    public static State of(Declaration declaration) {
        if (!Checker.openItems(declaration).isEmpty()) {
            return VALIDATION_NEEDED;
        }
        for (Metal metal : Metal.values()) {
            Reply recycled = declaration.reply(Question.RECYCLED, metal);
            if (declaration.inScope(metal) && declaration.reply(Question.COVERED_COUNTRIES, metal) == Reply.YES
                    && recycled != Reply.YES && recycled != Reply.ALL) {
                return HIGH_RISK;
            }
        }
        return GREEN;
    }
}

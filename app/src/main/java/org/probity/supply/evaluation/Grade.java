package org.probity.supply.evaluation;

/** What a supplier earned in a period. Each grade has a consequence (seed: graded management of suppliers). */
public enum Grade {
    A, B, C, D;

    /** What a grade brings with it. */
    public enum Consequence {
        /** A larger share of what we buy, and recognition. */
        MORE_SHARE,
        /** The volume stays as it is. */
        KEEP,
        /** Measures and support; nothing new until the plan is accepted. */
        CORRECTIVE_PLAN,
        /** The relation ends; somebody else must follow first. */
        TERMINATION;

        /** Whether an act before an order, a contract or an offer is stopped by it. */
        boolean stops() {
            return switch (this) {
                case MORE_SHARE, KEEP -> false;
                case CORRECTIVE_PLAN, TERMINATION -> true;
            };
        }
    }

    Consequence consequence() {
        return switch (this) {
            case A -> Consequence.MORE_SHARE;
            case B -> Consequence.KEEP;
            case C -> Consequence.CORRECTIVE_PLAN;
            case D -> Consequence.TERMINATION;
        };
    }
}

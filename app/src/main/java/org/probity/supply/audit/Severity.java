package org.probity.supply.audit;

import org.probity.house.ui.parts.Mark;

/** How much a finding weighs: the first three ask for corrective action; the words follow the RBA audit manual and SMETA, in ours. */
public enum Severity {
    /** Life, health or basic rights are in danger now, or somebody hides or bribes. */
    PRIORITY,
    /** A requirement is not met as a whole, or a system is missing. */
    MAJOR,
    /** A lapse in something that works otherwise. */
    MINOR,
    /** Nothing is broken yet. */
    OBSERVATION,
    /** Better than asked; worth telling others. */
    GOOD_PRACTICE;

    public boolean asksForAction() {
        return switch (this) {
            case PRIORITY, MAJOR, MINOR -> true;
            case OBSERVATION, GOOD_PRACTICE -> false;
        };
    }

    /** Message key of its word. */
    String key() {
        return "audit.finding." + name();
    }

    Mark mark() {
        return switch (this) {
            case PRIORITY, MAJOR -> Mark.BAD;
            case MINOR -> Mark.WARN;
            case OBSERVATION -> Mark.NOTE;
            case GOOD_PRACTICE -> Mark.GOOD;
        };
    }
}

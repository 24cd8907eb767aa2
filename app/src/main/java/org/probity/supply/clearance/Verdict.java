package org.probity.supply.clearance;

/** What one rule says, from mild to hard. */
public enum Verdict {
    /** One may, knowing this. */
    WARN,
    /** One may not, unless two people made an exception. */
    STOP,
    /** One may not, whatever anybody says. */
    BAR
}

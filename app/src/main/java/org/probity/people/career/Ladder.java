package org.probity.people.career;

/** The two ways up. Their levels stand beside each other by grade, so that nobody has to lead people in order to rise. */
public enum Ladder {
    /** Professional. */
    P,
    /** Managerial. */
    M
}

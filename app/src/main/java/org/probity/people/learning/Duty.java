package org.probity.people.learning;

import java.util.Arrays;
import java.util.Optional;

/** What a yearly course of everybody is about; figures name the first two. */
public enum Duty {
    /** Equal and compliant employment. */
    EQUAL_EMPLOYMENT,
    /** Preventing workplace harassment. */
    HARASSMENT,
    SAFETY,
    OTHER;

    static Optional<Duty> of(String typed) {
        return Arrays.stream(values()).filter(it -> it.name().equals(typed)).findFirst();
    }
}

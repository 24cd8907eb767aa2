package org.probity.people.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a course is for. */
public enum Kind {
    /** Owed by everybody engaged, each year. */
    YEARLY,
    /** Answers items of a competency standard. */
    QUALIFICATION,
    LEADERSHIP,
    /** Professional and technical. */
    PROFESSIONAL,
    /** For those who are new. */
    FRESHERS;

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    static Optional<Kind> of(String typed) {
        return Arrays.stream(values()).filter(it -> it.name().equals(typed)).findFirst();
    }
}

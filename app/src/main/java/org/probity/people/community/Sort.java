package org.probity.people.community;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody begins a thread for. A complaint about somebody's conduct is none of these: it goes, with the author's consent, to those who read reports in confidence. */
public enum Sort {
    IDEA, QUESTION, CONCERN, PRAISE;

    static Optional<Sort> of(String typed) {
        return Stream.of(values()).filter(it -> it.name().equals(typed)).findFirst();
    }

    /** Message key of its word. */
    public String key() {
        return "community.sort." + name();
    }
}

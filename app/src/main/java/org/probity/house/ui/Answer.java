package org.probity.house.ui;

import java.util.List;

/** What a use case says back: done, or refused for reasons a person can act on. */
public sealed interface Answer<T> {
    record Done<T>(T value) implements Answer<T> {}

    record Refused<T>(List<Reason> reasons) implements Answer<T> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One thing that stands in the way.
     *
     * @param field the form field it belongs to; empty when it concerns the whole form
     * @param key the message that says what happened and what to do next
     */
    record Reason(String field, String key, List<Object> args) {
        public Reason {
            args = List.copyOf(args);
        }
    }

    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Answer<T> refused(String field, String key, Object... args) {
        return new Refused<>(List.of(new Reason(field, key, List.of(args))));
    }
}

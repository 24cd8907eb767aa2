package org.probity.house.access;

import java.util.List;

/**
 * What this room says to a request: granted, or denied for a reason a person can act on. The screens' {@code Answer} cannot be used
 * here, because the screens need to know {@link Me} and so stand above this room; {@code signin} turns one into the other.
 */
public sealed interface Ruling<T> {
    record Granted<T>(T value) implements Ruling<T> {}

    /**
     * @param field the form field it belongs to; empty when it concerns the whole form
     * @param key the message, in {@code signin}'s bundle
     */
    record Denied<T>(String field, String key, List<Object> args) implements Ruling<T> {
        public Denied {
            args = List.copyOf(args);
        }
    }

    static <T> Ruling<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Ruling<T> denied(String field, String key, Object... args) {
        return new Denied<>(field, key, List.of(args));
    }
}

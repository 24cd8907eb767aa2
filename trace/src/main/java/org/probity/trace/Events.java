package org.probity.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The steps of a book in their order: the caller's number and when it happened. Numbers mostly rise; those that do not are looked up beside. */
final class Events {

    private long[] event = new long[64];
    private long[] when = new long[64];
    private int size;
    private long highest = Long.MIN_VALUE;
    private final Map<Long, Integer> late = new HashMap<>();
    /** How many came in rising order before the first that did not... those are found by halving. */
    private int rising;

    int size() {
        return size;
    }

    long event(int step) {
        return event[step];
    }

    long when(int step) {
        return when[step];
    }

    int add(long number, long happened) {
        if (size == event.length) {
            event = Arrays.copyOf(event, 2 * size);
            when = Arrays.copyOf(when, 2 * size);
        }
        if (rising == size && (size == 0 || number > highest)) {
            rising++;
        } else {
            late.put(number, size);
        }
        highest = Math.max(highest, number);
        event[size] = number;
        when[size] = happened;
        return size++;
    }

    boolean contains(long number) {
        return find(number) >= 0;
    }

    /** The step of an event, or below nought. */
    int find(long number) {
        if (number > highest || size == 0) {
            return -1;
        }
        var at = Arrays.binarySearch(event, 0, rising, number);
        return at >= 0 ? at : late.getOrDefault(number, -1);
    }
}

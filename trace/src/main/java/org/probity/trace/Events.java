package org.probity.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The steps of a book in their order: the caller's number and when it happened. Numbers mostly rise; those that do not are looked up beside. */
final class Events {

    private long[] event;
    private long[] when;
    private int size;
    private long highest = Long.MIN_VALUE;
    private final Map<Long, Integer> late = new HashMap<>();
    /** How many rose from the first on; those are found by halving. */
    private int rising;

    Events() {
        this.event = new long[64];
        this.when = new long[64];
    }

    Events(long[] event, long[] when) {
        this.event = event;
        this.when = when;
        while (size < event.length) {
            note(event[size]);
        }
    }

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
            event = Arrays.copyOf(event, size + (size >>> 1) + 64);
            when = Arrays.copyOf(when, event.length);
        }
        event[size] = number;
        when[size] = happened;
        return note(number);
    }

    private int note(long number) {
        if (rising == size && (size == 0 || number > highest)) {
            rising++;
        } else {
            late.put(number, size);
        }
        highest = Math.max(highest, number);
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

package org.probity.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The steps of a book in their order: the caller's number and when it happened. Numbers mostly rise; those that do not are looked up beside. */
final class Events {

    private long[] event;
    private long[] when;
    /** How many nodes there were before each. */
    private int[] first;
    private int size;
    /** Steps that were corrected: they are known, and count no more. */
    final BitSet corrected = new BitSet();
    /** Nodes of earlier steps that a correcting step took over. */
    final Map<Integer, Row> adopted = new HashMap<>();
    private long highest = Long.MIN_VALUE;
    private final Map<Long, Integer> late = new HashMap<>();
    /** How many rose from the first on; those are found by halving. */
    private int rising;

    Events() {
        this.event = new long[64];
        this.when = new long[64];
        this.first = new int[64];
    }

    Events(long[] event, long[] when, int[] first) {
        this.first = first;
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

    int first(int step) {
        return first[step];
    }

    void adopt(int step, int node) {
        adopted.computeIfAbsent(step, _ -> new Row()).add(node, 0);
    }

    /** The nodes a step made, of a book that has so many now. */
    int[] nodes(int step, int all) {
        var own = IntStream.range(first[step], step + 1 < size ? first[step + 1] : all);
        var other = adopted.get(step);
        return other == null ? own.toArray() : IntStream.concat(own, Arrays.stream(other.nodes, 0, other.size)).toArray();
    }

    int add(long number, long happened, int nodes) {
        if (size == event.length) {
            event = Arrays.copyOf(event, size + (size >>> 1) + 64);
            when = Arrays.copyOf(when, event.length);
            first = Arrays.copyOf(first, event.length);
        }
        event[size] = number;
        when[size] = happened;
        first[size] = nodes;
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

package org.probity.trace.plant;

/** A furnace, a saw, a line, a lorry: it acts at a moment, and says when it will act again. */
abstract class Workplace implements Comparable<Workplace> {
    static final long HOUR = 3_600;
    static final long DAY = 24 * HOUR;

    private final int order;
    long next;

    Workplace(int order, long first) {
        this.order = order;
        this.next = first;
    }

    /** @return the moment of its next act, later than {@code now} */
    abstract long act(long now);

    /** In time, and at one moment in the order in which the plant was built, so that every run is the same. */
    @Override
    public final int compareTo(Workplace other) {
        int byTime = Long.compare(next, other.next);
        return byTime != 0 ? byTime : Integer.compare(order, other.order);
    }
}

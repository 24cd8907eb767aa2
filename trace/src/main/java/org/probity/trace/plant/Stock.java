package org.probity.trace.plant;

import java.util.ArrayDeque;
import java.util.List;
import org.probity.trace.Part;

/** What lies somewhere and waits to be used, oldest first. */
final class Stock {

    /** What is left of an item. Whoever takes some of it takes its mass in proportion, and with the last piece all that is left. */
    static final class Lot {
        final int item;
        long mass;
        int pieces;
        int bin;

        Lot(int item, long mass, int pieces) {
            this.item = item;
            this.mass = mass;
            this.pieces = pieces;
        }

        long takePieces(int wanted) {
            long taken = wanted == pieces ? mass : mass * wanted / pieces;
            mass -= taken;
            pieces -= wanted;
            return taken;
        }
    }

    private final ArrayDeque<Lot> lots = new ArrayDeque<>();
    private long mass;

    void put(Lot lot) {
        lots.addLast(lot);
        mass += lot.mass;
    }

    long mass() {
        return mass;
    }

    int size() {
        return lots.size();
    }

    /** The oldest, whole. */
    Lot next() {
        Lot lot = lots.removeFirst();
        mass -= lot.mass;
        return lot;
    }

    /** So much, from the oldest on; there must be as much. */
    void take(long wanted, List<Part> into) {
        mass -= wanted;
        for (long left = wanted; left > 0;) {
            Lot lot = lots.getFirst();
            long taken = Math.min(left, lot.mass);
            lot.mass -= taken;
            left -= taken;
            into.add(new Part(lot.item, taken));
            if (lot.mass == 0) {
                lots.removeFirst();
            }
        }
    }

    /** A lot that lies at that place from the front, taken out of the row. */
    Lot pick(int at) {
        ArrayDeque<Lot> before = new ArrayDeque<>(at);
        for (int i = 0; i < at; i++) {
            before.addLast(lots.removeFirst());
        }
        Lot picked = next();
        while (!before.isEmpty()) {
            lots.addFirst(before.removeLast());
        }
        return picked;
    }

    /** What is not needed whole goes back to the front. */
    void back(Lot lot) {
        lots.addFirst(lot);
        mass += lot.mass;
    }
}

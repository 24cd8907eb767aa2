package org.probity.trace;

import java.util.ArrayDeque;

/** A pool: its movements must come in their order. */
final class Tank {

    final boolean fifo;
    long moved;
    /** Of a queue, the states that hold something, oldest first. */
    final ArrayDeque<Integer> layers = new ArrayDeque<>();

    Tank(boolean fifo, long moved) {
        this.fifo = fifo;
        this.moved = moved;
    }

    /** Lets go of layers that are used up. */
    void drain(Graph graph) {
        while (!layers.isEmpty() && graph.stock(layers.getFirst()) == 0) {
            layers.removeFirst();
        }
    }
}

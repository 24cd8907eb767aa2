package org.probity.trace;

import java.nio.LongBuffer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a book knows beside its nodes, as rows of whole numbers for a file: pools, packs, corrections. */
record Rest(Book book) {

    /** For each pool: whether it is a queue, its item, when it moved, how many layers, the layers; of others their states, newest first, where their numbers do not say the order. Then each state that never was, with a one before it. */
    long[] pools() {
        var all = LongStream.builder();
        book.tanks.forEach((item, tank) -> {
            var states = tank.fifo ? tank.layers.stream().mapToInt(Integer::intValue).toArray() : outOfOrder(item);
            all.add(tank.fifo ? -1 : 0).add(item).add(tank.moved).add(states.length);
            IntStream.of(states).forEach(all::add);
        });
        book.never.stream().forEach(state -> all.add(1).add(state).add(0).add(0));
        return all.build().toArray();
    }

    private int[] outOfOrder(int item) {
        var states = book.allStates(item);
        return IntStream.range(1, states.length).anyMatch(at -> states[at] > states[at - 1]) ? states : new int[0];
    }

    /** How many packs, their items, and each packed item with its pack. */
    long[] packs() {
        var all = LongStream.builder().add(book.packs.cardinality());
        book.packs.stream().forEach(all::add);
        book.packed.forEach((item, pack) -> {
            if (pack >= 0) {
                all.add(item).add(pack);
            }
        });
        return all.build().toArray();
    }

    /** How many nodes have later sources and how many steps are corrected, those, and each adopted node with its step. */
    long[] corrections() {
        var all = LongStream.builder().add(book.graph.late.size()).add(book.events.corrected.cardinality());
        book.graph.late.forEach(all::add);
        book.events.corrected.stream().forEach(all::add);
        book.events.adopted.forEach((step, nodes) -> {
            for (int at = 0; at < nodes.size; at++) {
                all.add(nodes.nodes[at]).add(step);
            }
        });
        return all.build().toArray();
    }

    void take(Sealed sealed) {
        var pools = LongBuffer.wrap(sealed.rest(0));
        while (pools.hasRemaining()) {
            var kind = pools.get();
            var queue = kind < 0;
            var item = next(pools);
            var tank = new Tank(queue, pools.get());
            for (var layers = pools.get(); layers > 0; layers--) {
                tank.layers.add(next(pools));
                tank.held += queue ? book.graph.stock(tank.layers.getLast()) : 0;
            }
            if (kind > 0) {
                book.never.set(item);
            } else {
                book.tanks.put(item, tank);
            }
        }
        var packs = LongBuffer.wrap(sealed.rest(1));
        for (var count = packs.get(); count > 0; count--) {
            book.packs.set(next(packs));
        }
        while (packs.hasRemaining()) {
            book.packed.set(next(packs), packs.get());
        }
        var corrections = LongBuffer.wrap(sealed.rest(2));
        var late = corrections.get();
        for (var steps = corrections.get(); late > 0 || steps > 0;) {
            if (late-- > 0) {
                book.graph.late.add(next(corrections));
            } else {
                book.events.corrected.set(next(corrections));
                steps--;
            }
        }
        while (corrections.hasRemaining()) {
            var node = next(corrections);
            book.events.adopt(next(corrections), node);
        }
    }

    private static int next(LongBuffer numbers) {
        return Math.toIntExact(numbers.get());
    }
}

package org.probity.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.probity.trace.Part;
import org.probity.trace.Sharing;
import org.probity.trace.Step;

/**
 * What a plant's steps are to a database of edges: an item is a node; so is a step that mixes several inputs into several outputs, and each state of a pool. It
 * is given to the rivals, who all get the same.
 */
final class PlainGraph {
    private int[] from = new int[1 << 16];
    private int[] to = new int[1 << 16];
    private int edges;
    /** Below nought, until it is known how many items there are. */
    private int others;
    private final Map<Integer, Integer> pools = new HashMap<>();
    private final Map<Integer, ArrayDeque<long[]>> queues = new HashMap<>();

    void add(Step step) {
        switch (step.sharing()) {
            case Sharing.Pool(int pool) -> pool(step, pool);
            case Sharing.FifoPool(int pool) -> queue(step, pool);
            case Sharing.Proportional _, Sharing.Unknown _, Sharing.Measured _, Sharing.Position _, Sharing.Packing _ -> {
                if (step.inputs().size() > 1 && step.outputs().size() > 1) {
                    int mixture = --others;
                    step.inputs().forEach(part -> edge(part.item(), mixture));
                    step.outputs().forEach(part -> edge(mixture, part.item()));
                } else {
                    step.inputs().forEach(in -> step.outputs().forEach(out -> edge(in.item(), out.item())));
                }
            }
        }
    }

    private void pool(Step step, int pool) {
        Integer state = pools.get(pool);
        if (!step.inputs().isEmpty()) {
            int next = --others;
            if (state != null) {
                edge(state, next);
            }
            step.inputs().forEach(part -> edge(part.item(), next));
            pools.put(pool, next);
            state = next;
        }
        for (Part part : step.outputs()) {
            edge(state, part.item());
        }
    }

    /** Outputs are drawn from the layers in their order. */
    private void queue(Step step, int pool) {
        ArrayDeque<long[]> layers = queues.computeIfAbsent(pool, p -> new ArrayDeque<>());
        step.inputs().forEach(part -> layers.addLast(new long[] {part.item(), part.mass()}));
        for (Part part : step.outputs()) {
            for (long wanted = part.mass(); wanted > 0;) {
                long[] layer = layers.getFirst();
                long some = Math.min(wanted, layer[1]);
                edge((int) layer[0], part.item());
                wanted -= some;
                layer[1] -= some;
                if (layer[1] == 0) {
                    layers.removeFirst();
                }
            }
        }
    }

    private void edge(int source, int target) {
        if (edges == from.length) {
            from = Arrays.copyOf(from, edges + (edges >> 1));
            to = Arrays.copyOf(to, edges + (edges >> 1));
        }
        from[edges] = source;
        to[edges++] = target;
    }

    int edges() {
        return edges;
    }

    /** How many nodes there are beside items. */
    int others() {
        return -others;
    }

    /** Pairs of numbers, items first and then the others. */
    void write(Path file, int items) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            for (int i = 0; i < edges; i++) {
                out.writeInt(from[i] >= 0 ? from[i] : items - 1 - from[i]);
                out.writeInt(to[i] >= 0 ? to[i] : items - 1 - to[i]);
            }
        }
    }
}

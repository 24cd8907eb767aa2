package org.probity.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Edges along which serial numbers flow together, found from each of them: every sixty-four nodes have a list of the runs that lie in them, the newest first. */
final class Runs {

    private static final int BLOCK = 6;

    private int[] edge = new int[8];
    private int[] length = new int[8];
    private int size;
    /** By block, the newest entry of its list: a run, and the entry before. */
    private final Map<Integer, Integer> newest = new HashMap<>();
    private int[] run = new int[8];
    private int[] before = new int[8];
    private int entries;

    /** In bytes, without room kept for more. */
    long bytes() {
        return 8L * size + 8L * entries + 48L * newest.size();
    }

    int length(int of) {
        return length[of];
    }

    /** @return the run's number */
    int add(int itsEdge, int first, int many) {
        if (size == edge.length) {
            edge = Arrays.copyOf(edge, 2 * size);
            length = Arrays.copyOf(length, 2 * size);
        }
        edge[size] = itsEdge;
        length[size] = many;
        for (int block = first >>> BLOCK; block <= first + many - 1 >>> BLOCK; block++) {
            enter(size, block);
        }
        return size++;
    }

    /** One more, whose number is this. */
    void lengthen(int of, int node) {
        length[of]++;
        if ((node & (1 << BLOCK) - 1) == 0) {
            enter(of, node >>> BLOCK);
        }
    }

    private void enter(int of, int block) {
        if (entries == run.length) {
            run = Arrays.copyOf(run, 2 * entries);
            before = Arrays.copyOf(before, 2 * entries);
        }
        var earlier = newest.put(block, entries);
        run[entries] = of;
        before[entries++] = earlier == null ? -1 : earlier;
    }

    /** The newest entry of a run that may hold a node, or -1. */
    int newest(int node) {
        return size == 0 ? -1 : newest.getOrDefault(node >>> BLOCK, -1);
    }

    int before(int entry) {
        return before[entry];
    }

    /** The edge of an entry's run. */
    int edge(int entry) {
        return edge[run[entry]];
    }
}

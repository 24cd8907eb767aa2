package org.probity.trace;

import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** What a correction made of a node: another row than the one that was written, another step, and nodes that it flows into beside those. */
final class Altered {

    @Nullable Row row;
    int step = -1;
    @Nullable SortedSet<Integer> children;

    /** What the file of nodes from {@code first} on does not say. @param own whether this is of one of them @return whether anything is left */
    boolean keep(boolean own, int first) {
        if (own) {
            row = null;
            step = -1;
        }
        if (children != null) {
            children = new TreeSet<>(children.headSet(first));
        }
        return row != null || step >= 0 || children != null && !children.isEmpty();
    }
}

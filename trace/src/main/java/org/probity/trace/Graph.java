package org.probity.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Nodes and what flows between them, both ways. A node is a state of an item, a mixture, or a place where mass comes in or goes out of sight. What comes from
 * outside flows into a node from itself.
 *
 * <p>Edges lead from lower to higher numbers, so the order of numbers is an order of time and there is no circle. Only a correction may give a node a later
 * source ({@link #alter}); walks do not rely on the order for what they answer, only for how often they look at a node.
 *
 * <p>The first nodes lie in files, one for each period that was sealed ({@link Sealed}); the others are the open day ({@link Day}).
 */
final class Graph {

    /** What a node is when it is no item. */
    static final int MIXTURE = -1, UNKNOWN_MIXTURE = -2, FOUND = -3, LOST = -4, SCRAP = -5;

    /** Rows that are longer are not looked through flow by flow. */
    private static final int MANY = 32;

    /** In the order of their nodes, which follow on each other. */
    private Sealed[] sealed = new Sealed[0];
    private Day day = new Day(0);
    int nodes;
    /** Of all nodes, the sealed ones too: it is what changes. */
    private long[] stock = new long[64];
    /** What was corrected, and a bit for each such node. */
    private final Map<Integer, Altered> altered = new HashMap<>();
    private final BitSet touched = new BitSet();
    /** Sealed nodes of which the stock is another than in their file. */
    private final BitSet moved = new BitSet();
    /** Nodes that a correction gave a source of a higher number. */
    final SortedSet<Integer> late = new TreeSet<>();
    private final Asked asked = new Asked(this);
    /** Every node that was given another row, in the order in which that happened. */
    final Row changes = new Row();

    /** Another row than the one that was written, and the nodes that were given to a node as further children. */
    static final class Altered {

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

    Graph() {}

    /** @param epochs from the first node on, each where the one before ends */
    Graph(List<Sealed> epochs) {
        epochs.forEach(this::take);
        epochs.getLast().corrected(this);
    }

    private void take(Sealed epoch) {
        sealed = Arrays.copyOf(sealed, sealed.length + 1);
        sealed[sealed.length - 1] = epoch;
        nodes = epoch.end();
        stock = Arrays.copyOf(stock, nodes);
        epoch.stock(stock);
        day = new Day(nodes);
    }

    /** What was the open day lies in a file now, and is read there. */
    void seal(Sealed epoch) {
        var before = day.first;
        take(epoch);
        moved.clear();
        // What was corrected in the day itself is in its file as it is now, and so is what it was given of earlier nodes.
        altered.entrySet().removeIf(one -> !one.getValue().keep(one.getKey() >= before, before));
        touched.clear();
        altered.keySet().forEach(touched::set);
        asked.forget();
    }

    /** The first node that lies in no file. */
    int open() {
        return day.first;
    }

    /** Sealed nodes with another stock than in their file. */
    IntStream moved() {
        return moved.stream();
    }

    /** Nodes with another row or step than was written. */
    IntStream corrected() {
        return touched.stream().filter(node -> altered(node).row != null || altered(node).step >= 0);
    }

    boolean isRewritten(int node) {
        return touched.get(node) && altered(node).row != null;
    }

    /** The check of the last file, which the next one names; nought where there is none. */
    long check() {
        return sealed.length == 0 ? 0 : sealed[sealed.length - 1].check();
    }

    /** Those of the open day. */
    int openFlows() {
        return day.flows();
    }

    int flows() {
        return day.flows() + Arrays.stream(sealed).mapToInt(Sealed::flows).sum();
    }

    /** What the open day takes, without room kept for more. */
    Book.Memory memory() {
        return new Book.Memory(day.flows(), day.bothWays(), day.masses(), 8L * (nodes - day.first) + 8L * nodes);
    }

    /** Adds a node; the edges into it follow at once. @param what its item, or what else it is @param holds what it has in stock */
    int add(int what, int ofStep, long holds) {
        if (nodes == stock.length) {
            stock = Arrays.copyOf(stock, Day.longer(nodes));
        }
        day.add(what, ofStep);
        stock[nodes] = holds;
        return nodes++;
    }

    /** So much of a node flows into the node that was added last. */
    void flow(int from, long mass) {
        if (from < 0 || from >= nodes || mass < 0) {
            throw new IllegalArgumentException(mass + " from " + from + " into " + (nodes - 1));
        }
        day.flow(from, mass);
    }

    private Sealed epoch(int node) {
        var at = sealed.length - 1;
        while (node < sealed[at].first()) {
            at--;
        }
        return sealed[at];
    }

    int kind(int node) {
        return node >= day.first ? day.kind(node) : epoch(node).kind(node);
    }

    int step(int node) {
        if (touched.get(node) && altered(node).step >= 0) {
            return altered(node).step;
        }
        return node >= day.first ? day.step(node) : epoch(node).step(node);
    }

    long stock(int node) {
        return stock[node];
    }

    void setStock(int node, long mass) {
        stock[node] = mass;
        if (node < day.first) {
            moved.set(node);
        }
    }

    /** What flows into a node, and how much of each; empty when it comes from outside. */
    void parents(int node, Row into) {
        row(node, into);
        if (into.size == 1 && into.nodes[0] == node) {
            into.clear();
        }
    }

    /** The same nodes as {@link #parents}; of their masses nothing is said. For who looks at all of them, and need not read a third of what stands there. */
    void sources(int node, Row into) {
        if (node < day.first || touched.get(node)) {
            parents(node, into);
            return;
        }
        into.clear();
        day.sources(node, into);
        if (into.size == 1 && into.nodes[0] == node) {
            into.clear();
        }
    }

    /** What came into a node from outside. */
    long outside(int node) {
        var row = new Row();
        row(node, row);
        return row.size == 1 && row.nodes[0] == node ? row.masses[0] : 0;
    }

    /** What flows into a node, from itself too. */
    void row(int node, Row into) {
        into.clear();
        if (touched.get(node) && altered(node).row instanceof Row other) {
            into.addAll(other);
        } else if (node < day.first) {
            epoch(node).parents(node, into);
        } else {
            day.row(node, into);
        }
    }

    /** The nodes that a node flows into, newest first. */
    void children(int node, Row into) {
        into.clear();
        if (touched.get(node) && altered(node).children instanceof SortedSet<Integer> more) {
            more.reversed().forEach(child -> into.add(child, 0));
        }
        day.children(node, into);
        for (int at = sealed.length - 1; at >= 0 && node < sealed[at].end(); at--) {
            sealed[at].children(node, into);
        }
        if (!touched.isEmpty()) {
            into.keep(child -> !touched.get(child) || !(altered(child).row instanceof Row other) || comesFrom(child, node, other));
        }
    }

    private boolean comesFrom(int child, int node, Row row) {
        if (row.size < MANY) {
            return row.has(node);
        }
        return asked.of(child).has(node);
    }

    /** Gives a node another row. It is found from its new sources, and no more from those it has no longer. */
    void alter(int node, Row row) {
        var copy = new Row();
        row(node, copy);
        var before = Arrays.stream(copy.nodes, 0, copy.size).boxed().collect(Collectors.toSet());
        copy.clear();
        copy.addAll(row);
        altered(node).row = copy;
        asked.forget(node);
        late.remove(node);
        changes.add(node, 0);
        for (int at = 0; at < row.size; at++) {
            var from = row.nodes[at];
            if (from > node) {
                late.add(node);
            }
            if (from != node && !before.contains(from)) {
                adopt(from, node);
            }
        }
    }

    private void adopt(int parent, int child) {
        var other = altered(parent);
        if (other.children == null) {
            other.children = new TreeSet<>();
        }
        other.children.add(child);
    }

    /** Takes masses back from what flowed into a node; the flows stay, with less, as what once was. */
    void takeBack(Row back, int into) {
        if (into >= day.first && !touched.get(into) && day.takeBack(back, into)) {
            asked.forget(into);
            return;
        }
        var before = asked.of(into);
        if (altered(into).row == null) {
            altered(into).row = before.copy();
        }
        changes.add(into, 0);
        before.takeBack(back, Objects.requireNonNull(altered(into).row));
    }

    /** How much of one node flows into another. */
    long massInto(int from, int into) {
        if (into >= day.first && !touched.get(into)) {
            var mass = day.massInto(from, into);
            if (mass >= 0) {
                return mass;
            }
        }
        return asked.of(into).mass(from);
    }

    /** What a file says was corrected before it was written. */
    void restore(int node, int step, @Nullable Row row) {
        if (step >= 0) {
            altered(node).step = step;
        }
        if (row != null) {
            var written = new Row();
            epoch(node).parents(node, written);
            var before = Arrays.stream(written.nodes, 0, written.size).boxed().collect(Collectors.toSet());
            altered(node).row = row;
            for (int at = 0; at < row.size; at++) {
                if (row.nodes[at] != node && !before.contains(row.nodes[at])) {
                    adopt(row.nodes[at], node);
                }
            }
        }
    }

    void alterStep(int node, int ofStep) {
        altered(node).step = ofStep;
    }

    private Altered altered(int node) {
        touched.set(node);
        return altered.computeIfAbsent(node, _ -> new Altered());
    }
}

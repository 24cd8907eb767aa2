package org.probity.trace;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Which items came about by the same chain. A chain is the set of marks of an item and all it was made from; a mark is what the caller takes for the same:
 * a stage at a site of a party. An authority that has let one chain pass may take a short report for the next shipment by the same.
 *
 * <p>A set is kept once however many items have it, so a million modules by a hundred chains cost a number each.
 */
public final class Chains {

    /** The mark of what says nothing about its chain. */
    public static final int NO_MARK = -1;

    /** In a chain, stands for what was found in a step though nothing recorded went in: such a chain is not known whole. */
    public static final int NOT_RECORDED = -2;

    private final Book book;
    private final IntUnaryOperator mark;
    private final Forward forward;
    private final Row row = new Row();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<int[]> sets = new ArrayList<>();
    private final Map<Long, Integer> unions = new HashMap<>();
    private int[] chain = new int[0];

    /** @param mark of each item, from nought, or {@link #NO_MARK} */
    public Chains(Book book, IntUnaryOperator mark) {
        this.book = book;
        this.mark = mark;
        this.forward = new Forward(book, this::carry);
        number(new int[0]);
        catchUp();
    }

    /** Takes in what has come into the book since, and what was corrected. */
    public void catchUp() {
        if (chain.length < book.graph.nodes) {
            chain = Arrays.copyOf(chain, book.graph.nodes + book.graph.nodes / 8);
        }
        forward.catchUp();
    }

    /** A number that two items share when, and only when, their chains are the same; it holds for this object only. */
    public int of(int item) {
        var all = 0;
        for (var state : book.states(item)) {
            all = union(all, chain[state]);
        }
        return all;
    }

    /** The marks of a chain, rising; first {@link #NOT_RECORDED} where something in it is. */
    public int[] marks(int number) {
        return sets.get(number).clone();
    }

    /** The same for a chain everywhere and always, where marks are: SHA-256 over them, rising, four bytes each. */
    public String fingerprint(int number) {
        var marks = sets.get(number);
        var bytes = ByteBuffer.allocate(4 * marks.length);
        Arrays.stream(marks).forEach(bytes::putInt);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private boolean carry(int node) {
        var kind = book.graph.kind(node);
        book.graph.sources(node, row);
        var all = kind == Graph.FOUND ? number(new int[] {NOT_RECORDED}) : 0;
        for (int at = 0; at < row.size; at++) {
            all = union(all, chain[row.nodes[at]]);
        }
        var own = kind < 0 ? NO_MARK : mark.applyAsInt(kind);
        if (own != NO_MARK) {
            all = union(all, number(new int[] {own}));
        }
        var other = chain[node] != all;
        chain[node] = all;
        return other;
    }

    private int union(int one, int other) {
        if (one == other || other == 0) {
            return one;
        }
        if (one == 0) {
            return other;
        }
        return unions.computeIfAbsent((long) Math.min(one, other) << 32 | Math.max(one, other), _ -> {
            var both = Arrays.copyOf(sets.get(one), sets.get(one).length + sets.get(other).length);
            System.arraycopy(sets.get(other), 0, both, sets.get(one).length, sets.get(other).length);
            return number(Arrays.stream(both).sorted().distinct().toArray());
        });
    }

    private int number(int[] marks) {
        return numbers.computeIfAbsent(Arrays.stream(marks).boxed().toList(), _ -> {
            sets.add(marks);
            return sets.size() - 1;
        });
    }
}

package org.probity.supply.traceability;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.probity.trace.Book;
import org.probity.trace.Outcome;

/** Rows of numbers in a file of {@link KeptBooks}: how many, and then those. */
final class Written {
    private Written() {}

    /** What stands beside its book. */
    static void put(DataOutputStream out, Shelf shelf) throws IOException {
        shelf.makings.keep(out);
        for (var bits : bits(shelf)) {
            put(out, bits);
        }
        put(out, shelf.touched);
        put(out, shelf.contradictions.stream().flatMapToLong(it -> LongStream.of(it.event(), it.reason().ordinal(), it.item(), it.mass())).toArray());
        put(out, shelf.differences.stream().flatMapToLong(it -> LongStream.of(it.event(), it.unaccounted())).toArray());
    }

    static Shelf shelf(DataInputStream in, Names names, Book book) throws IOException {
        var shelf = new Shelf(names, book, Makings.kept(in));
        for (var bits : bits(shelf)) {
            bits.or(bits(in));
        }
        shelf.touched = longs(in);
        for (var all = LongBuffer.wrap(longs(in)); all.hasRemaining();) {
            shelf.contradictions.add(new Shelf.Contradiction(all.get(), Outcome.Reason.values()[(int) all.get()], (int) all.get(), all.get()));
        }
        for (var all = LongBuffer.wrap(longs(in)); all.hasRemaining();) {
            shelf.differences.add(new Shelf.Difference(all.get(), all.get()));
        }
        return shelf;
    }

    private static List<BitSet> bits(Shelf of) {
        return List.of(of.contradicted, of.outside, of.doubtful, of.disputed, of.again);
    }

    static void put(DataOutputStream out, BitSet bits) throws IOException {
        put(out, bits.toLongArray());
    }

    static BitSet bits(DataInputStream in) throws IOException {
        return BitSet.valueOf(longs(in));
    }

    static void put(DataOutputStream out, long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (var number : numbers) {
            out.writeLong(number);
        }
    }

    static long[] longs(DataInputStream in) throws IOException {
        var numbers = new long[in.readInt()];
        for (var at = 0; at < numbers.length; at++) {
            numbers[at] = in.readLong();
        }
        return numbers;
    }

    static void put(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (var number : numbers) {
            out.writeInt(number);
        }
    }

    static int[] ints(DataInputStream in) throws IOException {
        var numbers = new int[in.readInt()];
        for (var at = 0; at < numbers.length; at++) {
            numbers[at] = in.readInt();
        }
        return numbers;
    }
}

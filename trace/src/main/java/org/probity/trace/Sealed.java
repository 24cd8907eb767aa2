package org.probity.trace;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.LongBuffer;
import java.util.BitSet;
import java.util.zip.CRC32C;

/**
 * A book's nodes as they lie in a file, read where they lie. Rows are differences to the node they belong to, a byte or two each, with runs of serial numbers
 * as one; every sixteenth row's place is noted. A file holds the nodes of a period, and what those of earlier ones flow into in it. {@link Seal} writes it, and says how.
 */
final class Sealed {

    static final long MAGIC = 0x3130_4543_4152_5450L;
    static final int BLOCK = 4;
    /** The end of the file: the places of the sections, counts, a check over all before it, and the mark that it is whole. */
    static final int SECTIONS = 18;
    static final int FOOTER = (SECTIONS + 8) * Long.BYTES;

    private final MemorySegment file;
    private final long[] at = new long[SECTIONS];
    private final int nodes;
    private final int flows;
    private final int steps;
    private final int first;
    private final long check;
    /** Nodes of earlier files that flow into some of this. */
    private final BitSet earlier = new BitSet();
    private final int earliers;

    private Sealed(MemorySegment file, long footer) {
        this.file = file;
        for (int section = 0; section < SECTIONS; section++) {
            at[section] = file.get(JAVA_LONG_UNALIGNED, footer + section * 8L);
        }
        this.nodes = Math.toIntExact(file.get(JAVA_LONG_UNALIGNED, footer + SECTIONS * 8L));
        this.flows = Math.toIntExact(file.get(JAVA_LONG_UNALIGNED, footer + (SECTIONS + 1) * 8L));
        this.steps = Math.toIntExact(file.get(JAVA_LONG_UNALIGNED, footer + (SECTIONS + 2) * 8L));
        this.first = Math.toIntExact(file.get(JAVA_LONG_UNALIGNED, footer + (SECTIONS + 3) * 8L));
        this.check = file.get(JAVA_LONG_UNALIGNED, footer + (SECTIONS + 5) * 8L);
        this.earliers = Math.toIntExact((at[15] - at[14]) / 4);
        for (int index = 0; index < earliers; index++) {
            earlier.set(earlier(index));
        }
    }

    /**
     * Maps a file after reading it once, whole, against its check.
     *
     * @param before the check of the file before it, nought for none @param first the node it has to begin with
     * @throws IOException when it is not one, or not all of one, or belongs behind another
     */
    static Sealed open(Path path, long before, int first) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var size = channel.size();
            if (size < FOOTER) {
                throw new IOException(path + " is no checkpoint: " + size + " bytes");
            }
            var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            var footer = size - FOOTER;
            if (file.get(JAVA_LONG_UNALIGNED, size - 8) != MAGIC || file.get(JAVA_LONG_UNALIGNED, size - 16) != size) {
                throw new IOException(path + " is not a whole checkpoint");
            }
            var check = new CRC32C();
            for (long from = 0; from < size - 24; from += 1 << 30) {
                check.update(file.asSlice(from, Math.min(1 << 30, size - 24 - from)).asByteBuffer());
            }
            if (check.getValue() != file.get(JAVA_LONG_UNALIGNED, size - 24)) {
                throw new IOException(path + " is damaged");
            }
            if (file.get(JAVA_LONG_UNALIGNED, footer + (SECTIONS + 3) * 8L) != first || file.get(JAVA_LONG_UNALIGNED, footer + (SECTIONS + 4) * 8L) != before) {
                throw new IOException(path + " does not follow on what was sealed before it");
            }
            return new Sealed(file, footer);
        }
    }

    int first() {
        return first;
    }

    /** The node behind its last one. */
    int end() {
        return first + nodes;
    }

    long check() {
        return check;
    }

    int flows() {
        return flows;
    }

    int kind(int node) {
        return file.get(JAVA_INT_UNALIGNED, at[0] + (node - first) * 4L);
    }

    int step(int node) {
        return file.get(JAVA_INT_UNALIGNED, at[1] + (node - first) * 4L);
    }

    /** Puts in what its nodes hold, and those of earlier files that hold something else than there. */
    void stock(long[] all) {
        MemorySegment.copy(file, JAVA_LONG_UNALIGNED, at[2], all, first, nodes);
        var other = LongBuffer.wrap(longs(13, Math.toIntExact((at[14] - at[13]) / 8)));
        while (other.hasRemaining()) {
            all[(int) other.get()] = other.get();
        }
    }

    /** Puts in what was corrected in earlier files. */
    void corrected(Graph graph) {
        var all = LongBuffer.wrap(longs(17, Math.toIntExact((at(18) - at[17]) / 8)));
        while (all.hasRemaining()) {
            var node = (int) all.get();
            var step = (int) all.get();
            var size = all.get();
            var row = size < 0 ? null : new Row();
            for (; size > 0; size--) {
                row.add((int) all.get(), all.get());
            }
            graph.restore(node, step, row);
        }
    }

    private int earlier(int index) {
        return file.get(JAVA_INT_UNALIGNED, at[14] + index * 4L);
    }

    long[] events() {
        return longs(7, steps);
    }

    long[] whens() {
        return longs(8, steps);
    }

    int[] firsts() {
        var all = new int[steps];
        MemorySegment.copy(file, JAVA_INT_UNALIGNED, at[9], all, 0, steps);
        return all;
    }

    /** Pools, packs, and corrections; a row of whole numbers each. */
    long[] rest(int which) {
        return longs(10 + which, Math.toIntExact((at[11 + which] - at[10 + which]) / 8));
    }

    private long at(int section) {
        return section < SECTIONS ? at[section] : file.byteSize() - FOOTER;
    }

    private long[] longs(int section, int count) {
        var all = new long[count];
        MemorySegment.copy(file, JAVA_LONG_UNALIGNED, at[section], all, 0, count);
        return all;
    }

    /** What flows into a node. */
    void parents(int node, Row into) {
        var end = find(4, 3, node - first, into);
        while (into.cursor < end) {
            var word = number(into);
            var from = node - (int) (word >>> 2 ^ -(word >>> 1 & 1));
            var run = (word & 1) == 0 ? 1 : number(into) + 2;
            var mass = number(into);
            for (long more = 0; more < run; more++) {
                into.add(from++, mass);
            }
        }
    }

    /** What a node, also an earlier one, flows into here, the latest first. */
    void children(int node, Row into) {
        if (node < first && !earlier.get(node)) {
            return;
        }
        var begin = into.size;
        var end = node < first ? find(16, 15, index(node), into) : find(6, 5, node - first, into);
        var child = node;
        while (into.cursor < end) {
            var word = number(into);
            child += (int) (word >>> 2 ^ -(word >>> 1 & 1));
            into.add(child, 0);
            for (long more = (word & 1) == 0 ? 0 : number(into) + 1; more > 0; more--) {
                into.add(++child, 0);
            }
        }
        into.reverse(begin);
    }

    private int index(int earlierNode) {
        var low = 0;
        for (int high = earliers - 1; low < high;) {
            var middle = (low + high + 1) >>> 1;
            if (earlier(middle) <= earlierNode) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Sets the row's cursor where a node's begins. @return where it ends */
    private long find(int places, int rows, int node, Row row) {
        if (row.next != node || row.section != rows || row.file != this) {
            seek(places, rows, node, row);
        }
        row.next = node + 1;
        row.section = rows;
        row.file = this;
        var length = number(row);
        return row.cursor + length;
    }

    private void seek(int places, int rows, int node, Row row) {
        row.cursor = at[rows] + file.get(JAVA_LONG_UNALIGNED, at[places] + (node >>> BLOCK) * 8L);
        for (int before = node & (1 << BLOCK) - 1; before > 0; before--) {
            var length = number(row);
            row.cursor += length;
        }
    }

    /** Seven bits a byte, the lowest first. */
    private long number(Row row) {
        var value = 0L;
        for (int shift = 0;; shift += 7) {
            var next = file.get(JAVA_BYTE, row.cursor++);
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}

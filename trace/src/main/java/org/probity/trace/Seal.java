package org.probity.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;

/**
 * Writes a book, or what has come since its last file, into a file that {@link Sealed} reads: columns of kind, step and stock, then rows both ways, events, pools
 * and packs; of earlier nodes their stock where it is another, what they flow into here, and their rows where they were corrected. A row is its length in
 * bytes and then one number for each neighbour: the difference, its sign, and whether it is a run of serial numbers, all in seven bits a byte. The file has its name only when
 * it is whole and on the disk.
 */
final class Seal {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C check = new CRC32C();
    private final long[] sections = new long[Sealed.SECTIONS];
    private long written;
    private byte[] packed = new byte[256];
    private int length;
    private long massBytes;

    private Seal(FileChannel channel) {
        this.channel = channel;
    }

    /** @param first the node from which on the file holds them @param firstStep and the step @param before the check of the file before it, nought for none */
    static Book.Size write(Book book, Path path, int first, int firstStep, long before) throws IOException {
        var half = path.resolveSibling(path.getFileName() + ".half");
        try (var channel = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var sizes = new Seal(channel).all(book, first, firstStep, before);
            channel.force(true);
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sizes;
        }
    }

    private Book.Size all(Book book, int first, int firstStep, long before) throws IOException {
        var graph = book.graph;
        var own = graph.nodes - first;
        var steps = book.events.size() - firstStep;
        ints(0, own, at -> graph.kind(first + at));
        ints(1, own, at -> graph.step(first + at));
        longs(2, own, at -> graph.stock(first + at));
        var row = new Row();
        var earlier = new BitSet(first);
        rows(3, own, at -> {
            graph.row(first + at, row);
            for (int from = 0; from < row.size; from++) {
                earlier.set(row.nodes[from], row.nodes[from] < first);
            }
            up(first + at, row);
        });
        rows(5, own, at -> later(graph, first + at, first, row));
        longs(7, steps, at -> book.events.event(firstStep + at));
        longs(8, steps, at -> book.events.when(firstStep + at));
        ints(9, steps, at -> book.events.first(firstStep + at));
        var rest = new Rest(book);
        longs(10, rest.pools());
        longs(11, rest.packs());
        longs(12, rest.corrections());
        longs(13, graph.moved().filter(_ -> first > 0).asLongStream().flatMap(node -> LongStream.of(node, graph.stock((int) node))).toArray());
        var nodes = earlier.stream().toArray();
        ints(14, nodes.length, at -> nodes[at]);
        rows(15, nodes.length, at -> later(graph, nodes[at], first, row));
        longs(17, first == 0 ? new long[0] : corrected(graph, first));
        var end = written;
        for (var section : sections) {
            put(section);
        }
        put(own);
        put(first == 0 ? graph.flows() : graph.openFlows());
        put(steps);
        put(first);
        put(before);
        flush();
        put(check.getValue());
        put(written + buffer.position() + 16);
        put(Sealed.MAGIC);
        flush();
        return new Book.Size(sections[5] - sections[3] - massBytes, massBytes, sections[7] - sections[5], end + Sealed.FOOTER);
    }

    /** What a node flows into from the first node of the file on. */
    private void later(Graph graph, int node, int first, Row row) {
        graph.children(node, row);
        row.keep(child -> child >= first);
        down(node, row);
    }

    /** Of each corrected node of earlier files itself, its step or -1, how long its row is now or -1, and that. */
    private static long[] corrected(Graph graph, int first) {
        var all = LongStream.builder();
        graph.corrected().filter(node -> node < first).forEach(node -> {
            all.add(node).add(graph.step(node));
            var row = new Row();
            graph.row(node, row);
            all.add(graph.isRewritten(node) ? row.size : -1);
            for (int at = 0; graph.isRewritten(node) && at < row.size; at++) {
                all.add(row.nodes[at]).add(row.masses[at]);
            }
        });
        return all.build().toArray();
    }

    private void begin(int section) {
        sections[section] = written + buffer.position();
    }

    private void ints(int section, int count, IntUnaryOperator value) throws IOException {
        begin(section);
        for (int at = 0; at < count; at++) {
            room(4);
            buffer.putInt(value.applyAsInt(at));
        }
    }

    private void longs(int section, long[] all) throws IOException {
        longs(section, all.length, at -> all[at]);
    }

    private void longs(int section, int count, IntToLongFunction value) throws IOException {
        begin(section);
        for (int at = 0; at < count; at++) {
            put(value.applyAsLong(at));
        }
    }

    private interface Packing {

        void pack(int node);
    }

    /** Rows in one section, and the place of each sixteenth in the next. */
    private void rows(int section, int count, Packing packing) throws IOException {
        begin(section);
        var places = new long[(count >>> Sealed.BLOCK) + 1];
        for (int node = 0; node < count; node++) {
            if ((node & (1 << Sealed.BLOCK) - 1) == 0) {
                places[node >>> Sealed.BLOCK] = written + buffer.position() - sections[section];
            }
            length = 0;
            packing.pack(node);
            var row = length;
            number(row);
            put(packed, row, length);
            put(packed, 0, row);
        }
        longs(section + 1, places.length, at -> places[at]);
    }

    private void up(int node, Row row) {
        for (int at = 0; at < row.size;) {
            var run = 1;
            while (at + run < row.size && row.nodes[at + run] == row.nodes[at] + run && row.masses[at + run] == row.masses[at]) {
                run++;
            }
            difference(node - row.nodes[at], run);
            var before = length;
            number(row.masses[at]);
            massBytes += length - before;
            at += run;
        }
    }

    private void down(int node, Row row) {
        Arrays.sort(row.nodes, 0, row.size);
        var before = node;
        for (int at = 0; at < row.size;) {
            var run = 1;
            while (at + run < row.size && row.nodes[at + run] == row.nodes[at] + run) {
                run++;
            }
            difference(row.nodes[at] - before, run);
            at += run;
            before = row.nodes[at - 1];
        }
    }

    private void difference(int difference, int run) {
        number(((long) difference << 1 ^ (long) difference >> 63) << 1 | (run > 1 ? 1 : 0));
        if (run > 1) {
            number(run - 2);
        }
    }

    private void number(long value) {
        if (length + 10 > packed.length) {
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        while (value > 0x7f) {
            packed[length++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        packed[length++] = (byte) value;
    }

    private void put(long value) throws IOException {
        room(8);
        buffer.putLong(value);
    }

    private void put(byte[] bytes, int from, int to) throws IOException {
        while (from < to) {
            room(1);
            var some = Math.min(buffer.remaining(), to - from);
            buffer.put(bytes, from, some);
            from += some;
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        check.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            written += channel.write(buffer);
        }
        buffer.clear();
    }
}

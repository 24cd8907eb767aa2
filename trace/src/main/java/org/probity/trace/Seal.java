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
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;

/**
 * Writes a book into a file that {@link Sealed} reads: columns of kind, step and stock, then rows both ways, events, pools and packs. A row is its length in
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

    static Book.Size write(Book book, Path path) throws IOException {
        var half = path.resolveSibling(path.getFileName() + ".half");
        try (var channel = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var sizes = new Seal(channel).all(book);
            channel.force(true);
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sizes;
        }
    }

    private Book.Size all(Book book) throws IOException {
        var graph = book.graph;
        ints(0, graph.nodes, graph::kind);
        ints(1, graph.nodes, graph::step);
        longs(2, graph.nodes, graph::stock);
        var row = new Row();
        rows(3, graph.nodes, node -> {
            graph.row(node, row);
            up(node, row);
        });
        rows(5, graph.nodes, node -> {
            graph.children(node, row);
            down(node, row);
        });
        longs(7, book.events.size(), book.events::event);
        longs(8, book.events.size(), book.events::when);
        ints(9, book.events.size(), book.events::first);
        var rest = new Rest(book);
        longs(10, rest.pools());
        longs(11, rest.packs());
        longs(12, rest.corrections());
        var end = written;
        for (var section : sections) {
            put(section);
        }
        put(graph.nodes);
        put(graph.flows());
        put(book.events.size());
        flush();
        put(check.getValue());
        put(written + buffer.position() + 16);
        put(Sealed.MAGIC);
        flush();
        return new Book.Size(sections[5] - sections[3] - massBytes, massBytes, sections[7] - sections[5], end + Sealed.FOOTER);
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

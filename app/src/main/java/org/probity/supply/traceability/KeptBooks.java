package org.probity.supply.traceability;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.probity.trace.Book;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The books of this node as they were a while ago, in files of its home, so that a house that starts, or whose books cannot take in what came late, reads from the database
 * only what came since. The last few are there: what came late may have happened before the newest. Nothing depends on them; whatever is wrong with one, an older one
 * is taken or all is read from the database. Another program than the one that wrote them does not read them.
 */
@Component
class KeptBooks {
    private static final Logger LOG = LoggerFactory.getLogger(KeptBooks.class);
    private static final String REST = "rest";
    private static final int AT_MOST = 3;
    /** What is read anew in a second or two is not worth a file. */
    private static final long LEAST = 50_000;

    /** @param event the last one that is in them @param hash of that event @param withdrawn events that were declared wrong by then */
    record Kept(long event, String hash, Set<Long> withdrawn, Shelves shelves) {}

    private final Path folder;
    private final String program;
    private final long least;
    private long last;

    @Autowired
    KeptBooks(@Value("${probity.home}") Path home) {
        this(home.resolve("books"), program(), LEAST);
    }

    /** @param program who wrote a file must be who reads it @param least so many events are worth a file, and so many more another */
    KeptBooks(Path folder, String program, long least) {
        this.folder = folder;
        this.program = program;
        this.least = least;
    }

    /** Of the files that say how books come about: their length and when they were made. A program that was built anew reads everything once. */
    private static String program() {
        return Stream.of(KeptBooks.class, Book.class).map(it -> {
            try {
                var file = Path.of(it.getProtectionDomain().getCodeSource().getLocation().toURI());
                return Files.isRegularFile(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "unpacked " + ProcessHandle.current().pid() + " " + ProcessHandle.current().info().startInstant();
            } catch (Exception unknown) {
                return "unknown " + System.nanoTime();
            }
        }).collect(Collectors.joining(", "));
    }

    /** Whether so much came since the newest file that another is worth it. */
    synchronized boolean isDue(long event) {
        return event - last >= Math.max(least, last / 8);
    }

    /** Whether it is worth it though more is just coming: all of it is written each time. */
    synchronized boolean isOverdue(long event) {
        return event - last >= Math.max(4 * least, last / 2);
    }

    /** Writes them down. What fails is said in the log of the program and nowhere else. */
    synchronized void put(Kept books) {
        last = books.event();
        var half = folder.resolve("half");
        try {
            Files.createDirectories(folder);
            remove(half);
            Files.createDirectory(half);
            var check = new CRC32C();
            try (var file = Files.newOutputStream(half.resolve(REST)); var out = new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(file, check), 1 << 16))) {
                out.writeUTF(program);
                out.writeLong(books.event());
                out.writeUTF(books.hash());
                out.writeInt(books.withdrawn().size());
                for (var event : books.withdrawn()) {
                    out.writeLong(event);
                }
                books.shelves().names.keep(out);
                var shelves = new TreeMap<>(books.shelves().books());
                out.writeInt(shelves.size());
                var no = 0;
                for (var shelf : shelves.entrySet()) {
                    out.writeUTF(shelf.getKey());
                    Written.put(out, shelf.getValue());
                    shelf.getValue().book.checkpoint(half.resolve("book" + no++));
                }
                out.flush();
                out.writeLong(check.getValue());
            }
            var whole = folder.resolve("" + books.event());
            remove(whole);
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
            // One that goes further is of another database.
            var others = all().stream().filter(it -> it > books.event()).toList();
            for (var old : Stream.concat(others.stream(), all().stream().filter(it -> !others.contains(it)).skip(AT_MOST)).toList()) {
                remove(folder.resolve("" + old));
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("books could not be written down; they are read from the database when this node starts", failed);
        }
    }

    /** How far each goes, the newest first. */
    synchronized List<Long> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).filter(it -> it.matches("[0-9]{1,18}")).map(Long::valueOf).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** @throws IOException when they are not whole, or of another program; they are gone then */
    synchronized Kept take(long event) throws IOException {
        var from = folder.resolve("" + event);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from.resolve(REST)), 1 << 16))) {
            if (!in.readUTF().equals(program)) {
                throw new IOException("written by another program");
            }
            verify(from.resolve(REST));
            in.readLong();
            var hash = in.readUTF();
            var withdrawn = new HashSet<Long>();
            for (var left = in.readInt(); left > 0; left--) {
                withdrawn.add(in.readLong());
            }
            var shelves = new Shelves(Names.kept(in));
            var count = in.readInt();
            for (var no = 0; no < count; no++) {
                shelves.put(in.readUTF(), Written.shelf(in, shelves.names, Book.open(from.resolve("book" + no), Shelf.LIMITS)));
            }
            last = Math.max(last, event);
            return new Kept(event, hash, withdrawn, shelves);
        } catch (IOException | RuntimeException damaged) {
            drop(event);
            throw new IOException("books as they were at event " + event, damaged);
        }
    }

    /** Nobody takes it again. */
    synchronized void drop(long event) {
        try {
            remove(folder.resolve("" + event));
        } catch (IOException left) {
            LOG.warn("an old file of books could not be deleted", left);
        }
        last = all().stream().findFirst().orElse(0L);
    }

    private static void verify(Path rest) throws IOException {
        var check = new CRC32C();
        var size = Files.size(rest) - Long.BYTES;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(rest), 1 << 16))) {
            var some = new byte[1 << 16];
            for (var left = size; left > 0;) {
                var read = in.read(some, 0, (int) Math.min(left, some.length));
                if (read < 0) {
                    throw new IOException("shorter than it was");
                }
                check.update(some, 0, read);
                left -= read;
            }
            if (size < 0 || in.readLong() != check.getValue()) {
                throw new IOException("damaged");
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var all = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (var file : all) {
            Files.deleteIfExists(file);
        }
    }
}

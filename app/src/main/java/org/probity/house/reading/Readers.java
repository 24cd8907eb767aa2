package org.probity.house.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.probity.formats.worker.ReadingWorker;
import org.probity.house.ui.Spreadsheet;

/**
 * The reading processes of this node, two at most: a stranger's file is read in a process of its own, with a heap and a deadline of its own;
 * what breaks there breaks nothing here. It starts from the same program, so the program must lie unpacked, as {@code ./probity} lays it.
 */
public final class Readers implements AutoCloseable {
    public static final int AT_ONCE = 2;
    /** Of working time, for as many cells as a table may have. */
    private static final Duration SHEET_DEADLINE = Duration.ofSeconds(20);

    private final List<ReadingWorker> all;
    private final BlockingQueue<ReadingWorker> free;

    Readers(ReadingWorker.Terms terms) {
        all = IntStream.range(0, AT_ONCE).mapToObj(n -> new ReadingWorker(terms)).toList();
        free = new ArrayBlockingQueue<>(AT_ONCE, true, all);
    }

    /** Nothing when every reader stayed busy that long. */
    public <T> Optional<T> with(Duration patience, Function<ReadingWorker, T> task) {
        try {
            var reader = free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (reader == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(task.apply(reader));
            } finally {
                free.add(reader);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The lines of a table, by {@link Spreadsheet#read} in another process. CSV is read here: nothing in it unpacks, and the limits are the same.
     *
     * @return nothing when every reader stayed busy that long
     */
    public Optional<Spreadsheet> sheet(byte[] file, Duration patience) throws Spreadsheet.Unreadable {
        if (!Spreadsheet.packed(file)) {
            return Optional.of(Spreadsheet.read(file));
        }
        var answered = with(patience, reader -> reader.readOther(SheetProcess.SHEET, file, SHEET_DEADLINE));
        return answered.isEmpty() ? Optional.empty() : Optional.of(SheetProcess.decoded(answered.get().orElseThrow(() -> new Spreadsheet.Unreadable("ui.file-heavy"))));
    }

    @Override
    public void close() {
        all.forEach(ReadingWorker::close);
    }
}

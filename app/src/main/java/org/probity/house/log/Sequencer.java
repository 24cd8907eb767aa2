package org.probity.house.log;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Checkpoint;
import org.probity.proof.Entry;
import org.probity.proof.Hash;
import org.probity.proof.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each record its place in the tree and signs the tree's new state. One at a time over all nodes; entries, tiles and the signed
 * checkpoint become durable together, and only then can anybody read the checkpoint.
 */
@Component
class Sequencer {
    private static final int AT_ONCE = 5_000;

    /** Any number, as long as nothing else in this database locks on it. */
    private static final long LOCK = 0x6c6f67;

    private record Waiting(UUID id, String kind, LocalDate day, byte[] commitment, @Nullable Long size) {}

    private record Series(String kind, int year) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final LogKey key;
    private final OutsideMemory memory;
    private final Clock clock;
    private final AtomicBoolean nudged = new AtomicBoolean();

    Sequencer(JdbcClient db, PlatformTransactionManager transactions, LogKey key, OutsideMemory memory, Clock clock) {
        this.db = db;
        // Of its own: whoever asks to settle may be within a transaction that is not committed yet.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.key = key;
        this.memory = memory;
        this.clock = clock;
    }

    /** Shortens the wait after a commit; the scheduled run would find the record too. */
    @TransactionalEventListener(classes = Log.Recorded.class, phase = TransactionPhase.AFTER_COMMIT)
    void nudge() {
        if (nudged.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sequencer").start(() -> {
                nudged.set(false);
                sequence();
            });
        }
    }

    /**
     * Sequences all that waits. Another node may be at it already; then there is nothing to do here. While a memory outside contradicts us
     * nothing is signed and everything keeps waiting.
     */
    void sequence() {
        while (waits() && memory.standing().maySign() && Boolean.TRUE.equals(transaction.execute(status -> mayGoFirst() && sequenceSome()))) {
            memory.remember();
        }
    }

    /** Sequences all that waits, after whoever is at it. Throws when the log must not sign. */
    void settle() {
        var standing = memory.standing();
        if (waits() && !standing.maySign()) {
            throw new IllegalStateException("the log does not sign: " + standing);
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> {
            db.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row, n) -> n).list();
            return sequenceSome();
        }))) {
            memory.remember();
        }
    }

    /** Whether nothing speaks against signing the next state. */
    boolean maySign() {
        return memory.standing().maySign();
    }

    private boolean waits() {
        return db.sql("SELECT EXISTS (SELECT FROM log.outbox)").query(Boolean.class).single();
    }

    /** Before everything else that waits; within the caller's transaction. */
    void goFirst(UUID record) {
        db.sql("""
                UPDATE log.outbox
                   SET position = (SELECT min(position) - 1 FROM log.outbox)
                 WHERE record = :record
                """).param("record", record).update();
    }

    private boolean mayGoFirst() {
        return db.sql("SELECT pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
    }

    private boolean sequenceSome() {
        var waiting = db.sql("""
                WITH taken AS (
                    DELETE FROM log.outbox
                     WHERE position IN (SELECT position FROM log.outbox ORDER BY position LIMIT :limit)
                    RETURNING record, position
                )
                SELECT record.id, record.class AS kind, record.day, record.commitment, record.size
                  FROM taken
                  JOIN log.record ON record.id = taken.record
                 ORDER BY taken.position
                """)
                .param("limit", AT_ONCE)
                .query(Waiting.class).list();
        if (waiting.isEmpty()) {
            return false;
        }
        var size = db.sql("SELECT coalesce(max(size), 0) FROM log.checkpoint").query(Long.class).single();
        var tiles = new StoredTiles(db);
        var tree = tiles.tree(size);
        var entries = numbered(waiting);
        entries.forEach(entry -> tree.append(entry.leaf()));
        write(size, waiting, entries);
        tree.changed().forEach(tiles::write);
        sign(tree.size(), tree.root());
        return true;
    }

    private List<Entry> numbered(List<Waiting> waiting) {
        Map<Series, Long> last = new HashMap<>();
        var entries = new ArrayList<Entry>(waiting.size());
        for (var record : waiting) {
            var number = last.compute(new Series(record.kind(), record.day().getYear()),
                    (series, before) -> (before == null ? lastNumber(series) : before) + 1);
            var size = record.size() == null ? OptionalLong.empty() : OptionalLong.of(record.size());
            entries.add(new Entry(record.kind(), Hash.of(record.commitment()), record.day(), number, size));
        }
        return entries;
    }

    private long lastNumber(Series series) {
        return db.sql("SELECT coalesce(max(number), 0) FROM log.entry WHERE class = :kind AND year = :year")
                .param("kind", series.kind()).param("year", series.year())
                .query(Long.class).single();
    }

    private void write(long size, List<Waiting> waiting, List<Entry> entries) {
        var indexes = new Long[entries.size()];
        for (var i = 0; i < indexes.length; i++) {
            indexes[i] = size + i;
        }
        db.sql("""
                INSERT INTO log.entry (index, record, class, year, number, bytes)
                SELECT * FROM unnest(:indexes, :records, :kinds, :years, :numbers, :bytes)
                """)
                .param("indexes", indexes)
                .param("records", waiting.stream().map(Waiting::id).toArray(UUID[]::new))
                .param("kinds", entries.stream().map(Entry::kind).toArray(String[]::new))
                .param("years", entries.stream().map(Entry::year).toArray(Integer[]::new))
                .param("numbers", entries.stream().map(Entry::number).toArray(Long[]::new))
                .param("bytes", entries.stream().map(Entry::bytes).toArray(byte[][]::new), Types.ARRAY)
                .update();
    }

    private void sign(long size, Hash root) {
        var now = clock.instant();
        var note = Note.sign(new Checkpoint(key.origin(), size, root).text(), now, key.signer().orElseThrow());
        db.sql("""
                INSERT INTO log.checkpoint (size, root, note, signed_at)
                VALUES (:size, :root, :note, :at)
                """)
                .param("size", size).param("root", root.bytes()).param("note", note.toString())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}

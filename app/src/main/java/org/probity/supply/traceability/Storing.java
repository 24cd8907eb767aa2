package org.probity.supply.traceability;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.proof.Hash;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads files of events that were kept, and stores what is in them in one transaction: all of it or, when that was asked for, what is good of it. Files
 * are stored one after another, on whichever node, so that numbers of events and items have no gaps and every node tells the same story.
 */
@Component
class Storing {
    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);
    static final TaskDescriptor<Void> READING = TaskDescriptor.of("traceability.reading");
    /** Whoever gets so many faults reads the first ones and mends the program that wrote the file. */
    static final int FAULTS_MOST = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private record Unread(UUID id, Capture.Form form, UUID supplier, UUID evidence, Faulty faulty) {}

    record Counted(long taken, long duplicates, long declared) {}

    private final JdbcClient db;
    private final Evidence evidence;
    private final Log log;
    private final Copying copying;
    private final Tables tables;
    private final Links links;
    private final Subscriptions subscriptions;
    private final MaterialBooks books;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Storing(
            JdbcClient db, Evidence evidence, Log log, Copying copying, Tables tables, Links links, Subscriptions subscriptions, MaterialBooks books, TransactionTemplate transaction,
            Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.log = log;
        this.copying = copying;
        this.tables = tables;
        this.links = links;
        this.subscriptions = subscriptions;
        this.books = books;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> readingEvents(Storing storing, KeptFiles files) {
            return files.taskWithAnEnd(READING, storing::readOn);
        }
    }

    /**
     * Reads a kept file; one that was read before is left alone. Whoever comes second, after a crash or on another node, finds it done. One file is read at a
     * time; whoever waits for that holds no connection meanwhile.
     */
    boolean read(UUID capture, Duration patience) {
        var found = unread(capture);
        if (found.isEmpty()) {
            return true;
        }
        var table = found.get().form() == Capture.Form.TABLE ? tables.read(evidence.bytes(evidence.find(found.get().evidence()).orElseThrow()), patience) : Optional.<Tables.Read>empty();
        if (found.get().form() == Capture.Form.TABLE && table.isEmpty()) {
            return false;
        }
        books.follow();
        for (var waited = Duration.ZERO; !tried(capture, table); waited = waited.plus(LOOK_AGAIN)) {
            if (waited.compareTo(patience) >= 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /** Reads a kept file, and those that came behind it: whoever waits for them would only look whether it is their turn. */
    boolean readOn(UUID capture, Duration patience) {
        if (!read(capture, patience)) {
            return false;
        }
        try {
            for (var next = behind(capture); next.isPresent() && read(next.get(), Duration.ZERO);) {
                next = behind(next.get());
            }
        } catch (RuntimeException failed) {
            // It has a row of the scheduler of its own, which tries it again.
            LOG.warn("a file behind capture {} could not be read", capture, failed);
        }
        return true;
    }

    private Optional<UUID> behind(UUID capture) {
        return db.sql("""
                SELECT id
                  FROM traceability.capture
                 WHERE no > (SELECT no FROM traceability.capture WHERE id = :capture) AND NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)
                 ORDER BY no
                 LIMIT 1
                """)
                .param("capture", capture).query(UUID.class).optional();
    }

    private Optional<Unread> unread(UUID capture) {
        return db.sql("""
                SELECT id, form, supplier, evidence, faulty
                  FROM traceability.capture
                 WHERE id = :id AND NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)
                """)
                .param("id", capture).query(Unread.class).optional();
    }

    /** @param table the lines of the file, if it is one */
    private boolean tried(UUID capture, Optional<Tables.Read> table) {
        var stored = transaction.execute(status -> {
            if (!db.sql("SELECT pg_try_advisory_xact_lock(hashtext('traceability.capture'))").query(Boolean.class).single()) {
                return false;
            }
            var found = unread(capture);
            if (found.isEmpty()) {
                return true;
            }
            var numbering = new Numbering(db, links, copying, capture, found.get().supplier(), clock.instant());
            var came = into(found.get(), table, numbering);
            var refused = came.refused() > 0 && (found.get().faulty() == Faulty.REFUSE_ALL || came.broken());
            if (refused) {
                status.setRollbackOnly();
                return came;
            }
            took(found.get(), came, numbering.end(), numbering.root());
            subscriptions.stirred();
            afterCommit(() -> books.stored(numbering.lot()));
            return true;
        });
        if (stored instanceof Incoming.Came came) {
            transaction.executeWithoutResult(status -> refuse(capture, came));
        }
        return !Boolean.FALSE.equals(stored);
    }

    private static void afterCommit(Runnable told) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.run();
            }
        });
    }

    /** Nothing more is written once it is known that nothing will count. */
    private Incoming.Came into(Unread unread, Optional<Tables.Read> table, Numbering numbering) {
        var places = unread.supplier() == null ? Set.<String>of()
                : Set.copyOf(db.sql("SELECT uri FROM traceability.places('infinity') AS place WHERE supplier = :supplier").param("supplier", unread.supplier()).query(String.class).list());
        var incoming = new Incoming(numbering::take, unread.faulty() == Faulty.REFUSE_ALL, unread.supplier() != null, places, clock.instant());
        if (table.isPresent()) {
            return incoming.table(table.get());
        }
        try (var in = evidence.open(evidence.find(unread.evidence()).orElseThrow())) {
            return incoming.document(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void took(Unread unread, Incoming.Came came, Counted counted, Hash root) {
        var file = evidence.find(unread.evidence()).orElseThrow();
        var record = log.record("traceability.capture", LocalDate.now(clock), Map.of("capture", unread.id().toString(), "sha256", file.sha256(), "events", counted.taken(),
                "declared", counted.declared(), "root", root.toString()));
        enter(unread.id(), Outcome.TAKEN, came, counted, record);
    }

    private void refuse(UUID capture, Incoming.Came came) {
        var file = db.sql("SELECT evidence FROM traceability.capture WHERE id = :id FOR UPDATE").param("id", capture).query(UUID.class).single();
        if (db.sql("SELECT count(*) FROM traceability.captured WHERE capture = :id").param("id", capture).query(Long.class).single() > 0) {
            return;
        }
        var record = log.record("traceability.capture", LocalDate.now(clock), Map.of("capture", capture.toString(), "sha256", evidence.find(file).orElseThrow().sha256(), "events", 0));
        enter(capture, Outcome.REFUSED, came, new Counted(0, 0, 0), record);
    }

    private void enter(UUID capture, Outcome outcome, Incoming.Came came, Counted counted, UUID record) {
        db.sql("""
                INSERT INTO traceability.captured (capture, outcome, events, taken, duplicates, declared, refused, done_at, record)
                VALUES (:capture, :outcome, :events, :taken, :duplicates, :declared, :refused, :at, :record)
                """)
                .param("capture", capture).param("outcome", outcome.name()).param("events", came.events()).param("taken", counted.taken()).param("duplicates", counted.duplicates())
                .param("declared", counted.declared()).param("refused", came.refused()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
        var no = 0;
        for (var fault : came.faults()) {
            db.sql("INSERT INTO traceability.fault (capture, no, event, place, key, value) VALUES (:capture, :no, :event, :place, :key, :value)")
                    .param("capture", capture).param("no", ++no).param("event", fault.event()).param("place", cut(fault.place())).param("key", fault.key()).param("value", cut(fault.value()))
                    .update();
        }
    }

    /** As much as fits, without zero bytes, which no text of the database holds. */
    private static String cut(String text) {
        var whole = text.replace("\0", "");
        return whole.length() <= 300 ? whole : whole.substring(0, 300);
    }
}

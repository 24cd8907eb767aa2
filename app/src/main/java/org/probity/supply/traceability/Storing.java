package org.probity.supply.traceability;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads files of events that were kept, and stores what is in them in one transaction: all of it or, when that was asked for, what is good of it. Files
 * are stored one after another, on whichever node, so that numbers of events and items have no gaps and every node tells the same story.
 */
@Component
class Storing {
    static final TaskDescriptor<Void> READING = TaskDescriptor.of("traceability.reading");
    /** Whoever gets so many faults reads the first ones and mends the program that wrote the file. */
    static final int FAULTS_MOST = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private record Unread(UUID id, Capture.Form form, UUID supplier, UUID evidence, Faulty faulty) {}

    private record Counted(long taken, long duplicates, long declared) {}

    private final JdbcClient db;
    private final Evidence evidence;
    private final Log log;
    private final Stage stage;
    private final Tables tables;
    private final Subscriptions subscriptions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Storing(
            JdbcClient db, Evidence evidence, Log log, Stage stage, Tables tables, Subscriptions subscriptions, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.log = log;
        this.stage = stage;
        this.tables = tables;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> readingEvents(Storing storing, KeptFiles files) {
            return files.task(READING, storing::read);
        }
    }

    /**
     * Reads a kept file; one that was read before is left alone. Whoever comes second, after a crash or on another node, finds it done. One file is read at a
     * time; whoever waits for that holds no connection meanwhile.
     */
    boolean read(UUID capture, Duration patience) {
        for (var waited = Duration.ZERO; !tried(capture); waited = waited.plus(LOOK_AGAIN)) {
            if (waited.compareTo(patience) >= 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    private boolean tried(UUID capture) {
        var stored = transaction.execute(status -> {
            if (!db.sql("SELECT pg_try_advisory_xact_lock(hashtext('traceability.capture'))").query(Boolean.class).single()) {
                return false;
            }
            var found = db.sql("""
                    SELECT id, form, supplier, evidence, faulty
                      FROM traceability.capture
                     WHERE id = :id AND NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)
                    """)
                    .param("id", capture).query(Unread.class).optional();
            if (found.isEmpty()) {
                return true;
            }
            var came = ownOnly(found.get(), staged(found.get()));
            var refused = came.refused() > 0 && (found.get().faulty() == Faulty.REFUSE_ALL || came.broken());
            if (refused) {
                status.setRollbackOnly();
                return came;
            }
            took(found.get(), came, counted(found.get()));
            subscriptions.stirred();
            return true;
        });
        if (stored instanceof Incoming.Came came) {
            transaction.executeWithoutResult(status -> refuse(capture, came));
        }
        return !Boolean.FALSE.equals(stored);
    }

    private Incoming.Came staged(Unread unread) {
        var places = unread.supplier() == null ? Set.<String>of()
                : Set.copyOf(db.sql("SELECT uri FROM traceability.places('infinity') AS place WHERE supplier = :supplier").param("supplier", unread.supplier()).query(String.class).list());
        stage.clear();
        var incoming = new Incoming(stage, unread.supplier() != null, places, clock.instant());
        try (var in = evidence.open(evidence.find(unread.evidence()).orElseThrow())) {
            return switch (unread.form()) {
                case EPCIS -> incoming.document(in);
                case TABLE -> incoming.table(tables.read(in.readAllBytes()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A supplier says what it makes, packs and pours together; of what another made it says only that it uses it. So an event of a supplier is refused
     * ({@code traceability.fault.not-your-item}) where an item that it brings into being was brought into being elsewhere than at its own places, by an
     * event that counts and was not told by itself.
     */
    private Incoming.Came ownOnly(Unread unread, Incoming.Came came) {
        if (unread.supplier() == null) {
            return came;
        }
        var strange = db.sql("""
                SELECT DISTINCT ON (came.no) came.no, came.role, came.uri
                  FROM came_item AS came
                  JOIN traceability.item ON item.uri = came.uri
                  JOIN traceability.event_item AS made ON made.item = item.number AND made.role IN ('O', 'P', 'T')
                  JOIN traceability.event ON event.id = made.event
                  JOIN traceability.capture AS told ON told.id = event.capture AND told.supplier IS DISTINCT FROM :supplier
                  LEFT JOIN traceability.places('infinity') AS site ON site.uri = coalesce(event.biz_location, event.read_point)
                 WHERE came.role IN ('O', 'P', 'T')
                   AND site.supplier IS DISTINCT FROM :supplier
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY came.no, came.uri
                """)
                .param("supplier", unread.supplier())
                .query((row, n) -> new Capture.Fault(row.getLong("no"), Reading.Role.of(row.getString("role")).name().toLowerCase(Locale.ROOT), "traceability.fault.not-your-item", row.getString("uri"))).list();
        if (strange.isEmpty()) {
            return came;
        }
        var numbers = strange.stream().map(Capture.Fault::event).toArray(Long[]::new);
        for (var table : List.of("came_event", "came_item", "came_document")) {
            db.sql("DELETE FROM " + table + " WHERE no = ANY (:numbers)").param("numbers", numbers).update();
        }
        return new Incoming.Came(came.events(), came.refused() + strange.size(), came.broken(),
                Stream.concat(came.faults().stream(), strange.stream()).limit(FAULTS_MOST).toList());
    }

    /** From the stage into the tables; each statement takes all events of the file at once. */
    private Counted counted(Unread unread) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var taken = db.sql("""
                INSERT INTO traceability.event (id, hash, kind, action, happened_at, recorded_at, capture, no, given_id, biz_step, disposition, read_point, biz_location,
                                                material, sharing, pool, scrap_grams, body)
                SELECT coalesce((SELECT max(id) FROM traceability.event), 0) + row_number() OVER (ORDER BY once.no), once.hash, once.kind, once.action, once.happened_at, :now, :capture,
                       once.no, once.given_id, once.biz_step, once.disposition, once.read_point, once.biz_location, once.material, once.sharing, once.pool, once.scrap_grams, once.body
                  FROM (SELECT DISTINCT ON (came.hash) came.*
                          FROM came_event AS came
                         ORDER BY came.hash, came.no) AS once
                 WHERE NOT EXISTS (SELECT FROM traceability.event WHERE event.hash = once.hash)
                """)
                .param("now", now).param("capture", unread.id()).update();
        var before = db.sql("SELECT coalesce(max(number), -1) FROM traceability.item").query(Integer.class).single();
        db.sql("""
                INSERT INTO traceability.item (number, uri, article)
                SELECT coalesce((SELECT max(number) FROM traceability.item), -1) + row_number() OVER (ORDER BY first.event, first.role, first.place), first.uri, first.article
                  FROM (SELECT DISTINCT ON (came.uri) came.uri, came.article, event.id AS event, came.role, came.place
                          FROM came_item AS came
                          JOIN traceability.event ON event.capture = :capture AND event.no = came.no
                         ORDER BY came.uri, event.id, came.role, came.place) AS first
                 WHERE NOT EXISTS (SELECT FROM traceability.item WHERE item.uri = first.uri)
                """)
                .param("capture", unread.id()).update();
        db.sql("""
                INSERT INTO traceability.event_item (event, item, role, place, grams)
                SELECT event.id, item.number, came.role, came.place, came.grams
                  FROM came_item AS came
                  JOIN traceability.event ON event.capture = :capture AND event.no = came.no
                  JOIN traceability.item ON item.uri = came.uri
                """)
                .param("capture", unread.id()).update();
        db.sql("""
                INSERT INTO traceability.event_document (event, uri, type)
                SELECT event.id, came.uri, came.type
                  FROM came_document AS came
                  JOIN traceability.event ON event.capture = :capture AND event.no = came.no
                    ON CONFLICT DO NOTHING
                """)
                .param("capture", unread.id()).update();
        db.sql("""
                INSERT INTO traceability.seen (kind, uri, times)
                SELECT 'PLACE', coalesce(biz_location, read_point), count(*) FROM traceability.event WHERE capture = :capture AND coalesce(biz_location, read_point) IS NOT NULL GROUP BY 2
                UNION ALL
                SELECT 'ARTICLE', article, count(*) FROM traceability.item WHERE number > :before AND article <> uri GROUP BY article
                    ON CONFLICT (kind, uri) DO UPDATE SET times = seen.times + excluded.times
                """)
                .param("capture", unread.id()).param("before", before).update();
        // A supplier takes back what was told in its own name; what others told of its places is theirs to take back.
        var corrections = db.sql("""
                INSERT INTO traceability.correction (event, no, reason, declared_at, recorded_at, capture, instead)
                SELECT event.id, coalesce((SELECT max(no) FROM traceability.correction WHERE correction.event = event.id), 0) + row_number() OVER (PARTITION BY event.id ORDER BY once.no),
                       once.error_reason, once.declared_at, :now, :capture, once.instead
                  FROM (SELECT DISTINCT ON (came.hash, came.declared_at) came.*
                          FROM came_event AS came
                         WHERE came.declared_at IS NOT NULL
                         ORDER BY came.hash, came.declared_at, came.no) AS once
                  JOIN traceability.event ON event.hash = once.hash
                  JOIN traceability.capture AS told ON told.id = event.capture AND (CAST(:supplier AS uuid) IS NULL OR told.supplier = CAST(:supplier AS uuid))
                 WHERE NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id AND correction.declared_at = once.declared_at)
                """)
                .param("now", now).param("capture", unread.id()).param("supplier", unread.supplier(), Types.OTHER).update();
        var ofTaken = db.sql("SELECT count(*) FROM came_event AS came JOIN traceability.event ON event.capture = :capture AND event.no = came.no WHERE came.declared_at IS NOT NULL")
                .param("capture", unread.id()).query(Long.class).single();
        var came = db.sql("SELECT count(*) FROM came_event").query(Long.class).single();
        var declared = corrections - ofTaken;
        return new Counted(taken, came - taken - declared, declared);
    }

    private void took(Unread unread, Incoming.Came came, Counted counted) {
        var tree = new MerkleTree.Growing();
        db.sql("SELECT hash FROM traceability.event WHERE capture = :capture ORDER BY id").param("capture", unread.id())
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> tree.add(Hash.leaf(row.getBytes(1))));
        var file = evidence.find(unread.evidence()).orElseThrow();
        var record = log.record("traceability.capture", LocalDate.now(clock), Map.of("capture", unread.id().toString(), "sha256", file.sha256(), "events", counted.taken(),
                "declared", counted.declared(), "root", tree.root().toString()));
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

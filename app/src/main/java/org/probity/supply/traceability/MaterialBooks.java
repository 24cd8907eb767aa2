package org.probity.supply.traceability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The books of all materials, in the memory of this node: nothing is in them that is not in the database, and every node reads the same. Events are entered in the order
 * in which they happened. New ones are added as they come; where one comes late, so that something that is in a book happened after it, or where an event
 * was declared wrong, the books are read anew, for an order that was lost cannot be mended from behind.
 */
@Service
class MaterialBooks {
    /** What is read while somebody waits for an answer; more is read behind their back. */
    private static final long AT_ONCE = 200_000;
    private static final int FETCH = 10_000;

    /** How far the books are. @param known the last event that is in them @param all the last there is */
    record State(long known, long all, boolean reading) {
        boolean ready() {
            return known == all;
        }
    }

    /** What the database has: the last event, and how many declarations. */
    private record Mark(long event, long declarations) {}

    private static final class Shelves {
        final Map<String, Shelf> books = new HashMap<>();
        Mark mark = new Mark(0, 0);
        /** Something came late. */
        boolean late;
    }

    private final JdbcClient db;
    private final TransactionTemplate reading;
    private final ReentrantLock lock = new ReentrantLock();
    private Shelves shelves = new Shelves();
    private volatile boolean busy;

    MaterialBooks(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.reading = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(org.springframework.transaction.TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setPropagationBehavior(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A house that was started answers without making the first who asks wait. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        behind();
    }

    /**
     * Asks a book, which is brought up to date first.
     *
     * @return nothing while the books are far behind; they are being read then
     */
    <T> Optional<T> ask(String material, Function<Shelf, T> question) {
        var mark = mark();
        lock.lock();
        try {
            if (!shelves.mark.equals(mark)) {
                if (mark.event() - shelves.mark.event() > AT_ONCE || mark.declarations() != shelves.mark.declarations() && mark.event() > AT_ONCE) {
                    behind();
                    return Optional.empty();
                }
                catchUp();
            }
            return Optional.of(question.apply(shelves.books.computeIfAbsent(material, it -> new Shelf())));
        } finally {
            lock.unlock();
        }
    }

    State state() {
        var mark = mark();
        return new State(shelves.mark.equals(mark) ? mark.event() : Math.min(shelves.mark.event(), mark.event() - 1), mark.event(), busy);
    }

    /** What cannot be as it says, by material, as far as the books have been read. */
    Map<String, List<Shelf.Contradiction>> contradictions() {
        lock.lock();
        try {
            var all = new java.util.TreeMap<String, List<Shelf.Contradiction>>();
            shelves.books.forEach((material, shelf) -> all.put(material, List.copyOf(shelf.contradictions)));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Materials of which there is a book. */
    List<String> materials() {
        return db.sql("SELECT DISTINCT material FROM traceability.event WHERE kind = 'TRANSFORMATION' OR action = 'ADD' ORDER BY 1").query(String.class).list();
    }

    /** Reads everything anew, as a start does. */
    void rebuild() {
        lock.lock();
        try {
            shelves = read(new Shelves());
        } finally {
            lock.unlock();
        }
    }

    private void behind() {
        if (busy) {
            return;
        }
        busy = true;
        Thread.ofVirtual().name("material-books").start(() -> {
            try {
                // Beside the old books, so that nobody waits who asks something else.
                var anew = read(new Shelves());
                lock.lock();
                try {
                    shelves = anew;
                } finally {
                    lock.unlock();
                }
            } finally {
                busy = false;
            }
        });
    }

    private void catchUp() {
        var declarations = shelves.mark.declarations();
        if (mark().declarations() == declarations) {
            read(shelves);
        } else {
            shelves.late = true;
        }
        if (shelves.late) {
            shelves = read(new Shelves());
        }
    }

    private Mark mark() {
        return db.sql("SELECT coalesce((SELECT max(id) FROM traceability.event), 0) AS event, (SELECT count(*) FROM traceability.correction) AS declarations").query(Mark.class).single();
    }

    private record Line(long event, String kind, @Nullable String action, long when, String material, @Nullable String sharing, @Nullable Long scrap, String role, int item, @Nullable Long mass) {}

    private Shelves read(Shelves into) {
        var beginning = into.mark.event() == 0;
        var read = reading.execute(status -> {
            var mark = mark();
            var mixed = beginning ? new java.util.BitSet() : null;
            if (mixed != null) {
                db.sql("""
                        SELECT item FROM traceability.event_item
                          JOIN traceability.event ON event.id = event_item.event AND event.kind = 'TRANSFORMATION'
                         WHERE role = 'O'
                         GROUP BY item
                        HAVING count(*) > 1
                        """).query((RowCallbackHandler) row -> mixed.set(row.getInt(1)));
            }
            var lines = new ArrayList<Line>();
            db.sql("""
                    SELECT event.id, event.kind, event.action, floor(extract(epoch FROM event.happened_at))::bigint AS happened, event.material, event.sharing, event.scrap_grams,
                           event_item.role, event_item.item, event_item.grams
                      FROM traceability.event
                      JOIN traceability.event_item ON event_item.event = event.id
                     WHERE event.id > :known AND event.id <= :all
                       AND event.kind IN ('OBJECT', 'AGGREGATION', 'TRANSFORMATION')
                       AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                     ORDER BY event.happened_at, event.id, event_item.place
                    """)
                    .param("known", into.mark.event()).param("all", mark.event()).withFetchSize(FETCH)
                    .query((RowCallbackHandler) row -> {
                        var line = line(row);
                        if (!lines.isEmpty() && lines.getFirst().event() != line.event()) {
                            enter(into, lines, mixed);
                            lines.clear();
                        }
                        lines.add(line);
                    });
            if (!lines.isEmpty()) {
                enter(into, lines, mixed);
            }
            return mark;
        });
        into.mark = java.util.Objects.requireNonNull(read);
        return into;
    }

    private static Line line(ResultSet row) throws SQLException {
        var scrap = row.getLong("scrap_grams");
        var noScrap = row.wasNull();
        var mass = row.getLong("grams");
        var noMass = row.wasNull();
        return new Line(row.getLong("id"), row.getString("kind"), row.getString("action"), row.getLong("happened"), row.getString("material"), row.getString("sharing"),
                noScrap ? null : scrap, row.getString("role"), row.getInt("item"), noMass ? null : mass);
    }

    private static void enter(Shelves into, List<Line> lines, java.util.@Nullable BitSet mixed) {
        var first = lines.getFirst();
        var shelf = into.books.computeIfAbsent(first.material(), it -> new Shelf());
        var told = new Shelf.Told(first.event(), first.kind(), first.action() == null ? "" : first.action(), first.when(), first.sharing() == null ? "" : first.sharing(),
                first.scrap() == null ? 0 : first.scrap(), lines.stream().map(it -> new Shelf.Named(Reading.Role.of(it.role()), it.item(), it.mass())).toList());
        into.late |= !shelf.enter(told, mixed) && mixed == null;
    }
}

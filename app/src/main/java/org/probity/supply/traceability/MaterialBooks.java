package org.probity.supply.traceability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;
import org.probity.supply.traceability.Shelves.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The books of all materials, in the memory of this node: nothing is in them that is not in the database, and every node reads the same. What comes in the order of
 * happening is added; what comes late or was declared wrong is put where it belongs ({@link LateEvents}). Where that cannot be said for certain the books are read anew,
 * and until then they answer nothing. Books of which a part was read when something failed are thrown away.
 */
@Service
class MaterialBooks {
    /** What is read while somebody waits for an answer; more is read behind their back. */
    private static final long AT_ONCE = 200_000;
    private static final int FETCH = 10_000;
    /** Of events that say what came about, went or was packed. */
    static final Set<String> KINDS = Set.of("OBJECT", "AGGREGATION", "TRANSFORMATION");
    private static final Logger LOG = LoggerFactory.getLogger(MaterialBooks.class);

    /** How far the books are. @param known the last event that is in them @param all the last there is */
    record State(long known, long all, boolean reading) {
        boolean ready() {
            return known == all;
        }
    }

    /** What the database has: the last event, and how many declarations. */
    private record Mark(long event, long declarations) {}

    private static final class Books {
        final Shelves shelves = new Shelves();
        /** Events that were in the books when they were declared wrong, and those that never were. */
        final Set<Long> withdrawn = new HashSet<>();
        Mark mark = new Mark(0, 0);
    }

    private final JdbcClient db;
    private final TransactionTemplate reading;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Books books = new Books();
    private final JustStored stored = new JustStored();
    private final AtomicBoolean growing = new AtomicBoolean();
    private volatile boolean busy;

    MaterialBooks(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.reading = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        lock.lock();
        try {
            return current() ? Optional.of(question.apply(books.shelves.book(material))) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Brings the books up to date, if that can be waited for. */
    private boolean current() {
        var mark = mark();
        if (books.mark.equals(mark)) {
            return true;
        }
        if (mark.event() - books.mark.event() <= AT_ONCE && grown()) {
            return true;
        }
        if (mark.event() > AT_ONCE) {
            behind();
            return false;
        }
        books = read();
        return true;
    }

    State state() {
        var mark = mark();
        var known = books.mark;
        return new State(known.equals(mark) ? mark.event() : Math.min(known.event(), mark.event() - 1), mark.event(), busy);
    }

    /** What cannot be as it says, by material, as far as the books have been read. */
    Map<String, List<Shelf.Contradiction>> contradictions() {
        lock.lock();
        try {
            var all = new TreeMap<String, List<Shelf.Contradiction>>();
            books.shelves.books().forEach((material, shelf) -> all.put(material, List.copyOf(shelf.contradictions)));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Reads everything anew, as a start does. */
    void rebuild() {
        lock.lock();
        try {
            books = read();
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
                var anew = read();
                lock.lock();
                try {
                    books = anew;
                } finally {
                    lock.unlock();
                }
            } finally {
                busy = false;
            }
        });
    }

    private Mark mark() {
        return db.sql("SELECT coalesce((SELECT max(id) FROM traceability.event), 0) AS event, (SELECT count(*) FROM traceability.correction) AS declarations").query(Mark.class).single();
    }

    /** Takes in what this node has just stored, while the next file is being stored. Whoever asks meanwhile waits for that, as they would have to. */
    void stored(JustStored.Lot lot) {
        stored.add(lot);
        if (stored.has(books.mark.event()) && growing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("books-growing").start(() -> {
                try {
                    while (grew()) {
                        Thread.yield();
                    }
                } catch (RuntimeException failed) {
                    LOG.warn("books could not take in what was stored; they are read anew when somebody asks", failed);
                } finally {
                    growing.set(false);
                }
            });
        }
    }

    private boolean grew() {
        lock.lock();
        try {
            return stored.has(books.mark.event()) && grown();
        } finally {
            lock.unlock();
        }
    }

    /** Everything, in the order of happening. */
    private Books read() {
        var into = new Books();
        into.mark = Objects.requireNonNull(reading.execute(status -> {
            // All of it is wanted, not the first lines soon.
            db.sql("SET LOCAL cursor_tuple_fraction = 1").update();
            db.sql("SET LOCAL work_mem = '64MB'").update();
            var mark = mark();
            into.withdrawn.addAll(declared(mark.event()));
            name(into.shelves.names);
            each(into.shelves.names, 0, mark.event(), into.shelves::enter);
            return mark;
        }));
        return into;
    }

    /** What was told since. @return false where the order cannot be found any more, or nothing was read yet; then there are no books that answer */
    private boolean grown() {
        var into = books;
        if (into.mark.event() == 0) {
            return false;
        }
        // Whatever goes wrong on the way, half of it is never asked.
        books = new Books();
        var mark = reading.execute(status -> grown(into));
        if (mark == null) {
            return false;
        }
        into.mark = mark;
        books = into;
        return true;
    }

    private @Nullable Mark grown(Books into) {
        var mark = mark();
        var fresh = fresh(into, mark.event());
        var wrong = declared(into.mark.event());
        wrong.removeAll(into.withdrawn);
        into.withdrawn.addAll(declared(mark.event()));
        return into.shelves.grow(fresh, told(into.shelves.names, wrong)) ? mark : null;
    }

    private List<Told> fresh(Books into, long until) {
        var names = into.shelves.names;
        var heard = stored.between(into.mark.event(), until, names);
        if (heard.isEmpty()) {
            var fresh = new ArrayList<Told>();
            name(names);
            each(names, into.mark.event(), until, fresh::add);
            return fresh;
        }
        heard.get().articles().forEach(names::item);
        var wrong = Set.copyOf(db.sql("SELECT event FROM traceability.correction WHERE event > :after AND event <= :until").param("after", into.mark.event()).param("until", until)
                .query(Long.class).list());
        return heard.get().events().stream().filter(it -> !wrong.contains(it.event().event())).toList();
    }

    private Set<Long> declared(long until) {
        return new HashSet<>(db.sql("SELECT DISTINCT event FROM traceability.correction WHERE event <= :until").param("until", until).query(Long.class).list());
    }

    /** A line for each event, since the same words with each of its items would be sorted and carried as often; its items are put together first, in the order in which they lie. */
    private static final String EVENTS = """
            SELECT event.id, event.kind, coalesce(event.action, '') AS action, (extract(epoch FROM event.happened_at) * 1000000)::bigint AS happened, event.material,
                   coalesce(event.sharing, '') AS sharing, coalesce(event.scrap_grams, 0) AS scrap, event.biz_location, event.read_point, named.items
              FROM (SELECT event_item.event, string_agg(event_item.role || event_item.item || coalesce(' ' || event_item.grams, ''), ',' ORDER BY event_item.place) AS items
                      FROM traceability.event_item
                     WHERE %s
                     GROUP BY event_item.event) AS named
              JOIN traceability.event ON event.id = named.event
             WHERE event.kind IN ('OBJECT', 'AGGREGATION', 'TRANSFORMATION') AND %s
             ORDER BY event.happened_at, event.id
            """;

    private void name(Names names) {
        db.sql("SELECT article FROM traceability.item WHERE number >= :from ORDER BY number").param("from", names.items()).withFetchSize(FETCH)
                .query((RowCallbackHandler) row -> names.item(row.getString(1)));
    }

    private void each(Names names, long after, long until, Consumer<Told> entry) {
        db.sql(EVENTS.formatted("event_item.event > :after AND event_item.event <= :until", "NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)"))
                .param("after", after).param("until", until).withFetchSize(FETCH).query((RowCallbackHandler) row -> entry.accept(told(names, row)));
    }

    /** Some events, in the order of happening. */
    List<Told> told(Names names, Set<Long> events) {
        return db.sql(EVENTS.formatted("event_item.event = ANY (:events)", "true")).param("events", events.toArray(Long[]::new)).query((row, n) -> told(names, row)).list();
    }

    private static Told told(Names names, ResultSet row) throws SQLException {
        return new Told(row.getString("material"), new Shelf.Told(row.getLong("id"), row.getString("kind"), row.getString("action"), row.getLong("happened"), row.getString("sharing"),
                row.getLong("scrap"), names.spot(row.getString("biz_location"), row.getString("read_point")), named(row.getString("items"))));
    }

    /** Such as {@code I17 250000,O18}: role, number, and mass where the event says one. */
    private static List<Shelf.Named> named(String items) {
        var all = new ArrayList<Shelf.Named>();
        for (var at = 0; at < items.length();) {
            var comma = items.indexOf(',', at);
            var end = comma < 0 ? items.length() : comma;
            var space = items.indexOf(' ', at);
            var weighed = space >= 0 && space < end;
            all.add(new Shelf.Named(Role.of(items.substring(at, at + 1)), Integer.parseInt(items, at + 1, weighed ? space : end, 10), weighed ? Long.valueOf(Long.parseLong(items, space + 1, end, 10)) : null));
            at = end + 1;
        }
        return List.copyOf(all);
    }
}

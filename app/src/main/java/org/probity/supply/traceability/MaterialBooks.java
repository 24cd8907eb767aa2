package org.probity.supply.traceability;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Shelves.Told;
import org.probity.supply.traceability.ToldEvents.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
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
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration FOLLOWED = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    /** Of events that say what came about, went or was packed. */
    static final Set<String> KINDS = Set.of("OBJECT", "AGGREGATION", "TRANSFORMATION");
    private static final Logger LOG = LoggerFactory.getLogger(MaterialBooks.class);

    /** How far the books are. @param known the last event that is in them @param all the last there is */
    record State(long known, long all, boolean reading) {
        boolean ready() {
            return known == all;
        }
    }

    private static final class Books {
        final Shelves shelves;
        /** Events that were in the books when they were declared wrong, and those that never were. */
        final Set<Long> withdrawn = new HashSet<>();
        Mark mark = new Mark(0, 0);

        Books() {
            this(new Shelves());
        }

        Books(Shelves shelves) {
            this.shelves = shelves;
        }
    }

    private final ToldEvents told;
    private final KeptBooks kept;
    private final TransactionTemplate reading;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Books books = new Books();
    private final JustStored stored = new JustStored();
    private final AtomicBoolean growing = new AtomicBoolean();
    private final AtomicBoolean keeping = new AtomicBoolean();
    private volatile boolean busy;

    MaterialBooks(JdbcClient db, TransactionTemplate transaction, KeptBooks kept) {
        this.told = new ToldEvents(db);
        this.kept = kept;
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
        var mark = told.mark();
        if (books.mark.equals(mark)) {
            return true;
        }
        if (mark.event() - books.mark.event() <= AT_ONCE && grown()) {
            keepSoon();
            return true;
        }
        if (mark.event() > AT_ONCE) {
            behind();
            return false;
        }
        books = takenUp().orElseGet(this::read);
        keep();
        return true;
    }

    State state() {
        var mark = told.mark();
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
                var anew = takenUp().orElseGet(this::read);
                lock.lock();
                try {
                    books = anew;
                    keep();
                } finally {
                    lock.unlock();
                }
            } finally {
                busy = false;
            }
        });
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

    /**
     * Lets the books follow whoever stores file after file, where they are busy with that and what waits for them is half of what is remembered: what is forgotten they read out of the database,
     * all of it perhaps, and answer nothing meanwhile. Never for long.
     */
    void follow() {
        for (var waited = Duration.ZERO; growing.get() && stored.isMuch() && waited.compareTo(FOLLOWED) < 0; waited = waited.plus(LOOK_AGAIN)) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean grew() {
        lock.lock();
        try {
            var grew = stored.has(books.mark.event()) && grown();
            keepSoon();
            return grew;
        } finally {
            lock.unlock();
        }
    }

    /** Books as they were a while ago, with what came since; older ones where something came late that happened before. */
    private Optional<Books> takenUp() {
        for (var event : kept.all()) {
            try {
                var from = kept.take(event);
                var into = new Books(from.shelves());
                into.withdrawn.addAll(from.withdrawn());
                into.mark = new Mark(event, 0);
                // Of another database, it is nothing to begin from.
                if (from.hash().equals(told.hash(event)) && reading.execute(status -> grown(into)) instanceof Mark mark) {
                    into.mark = mark;
                    return Optional.of(into);
                }
                // What it could not take in now it never will.
                kept.drop(event);
            } catch (IOException | RuntimeException failed) {
                LOG.warn("books could not be taken up from a file", failed);
            }
        }
        return Optional.empty();
    }

    /** Writes the books down where enough came since the last time. Whoever has the lock. */
    private void keep() {
        if (books.mark.event() > 0 && kept.isDue(books.mark.event())) {
            kept.put(new KeptBooks.Kept(books.mark.event(), told.hash(books.mark.event()), books.withdrawn, books.shelves));
        }
    }

    /** The same once nothing more comes, so that whoever sends a month does not wait for all of it again and again. Whoever has the lock. */
    private void keepSoon() {
        if (kept.isOverdue(books.mark.event())) {
            keep();
        } else if (kept.isDue(books.mark.event()) && keeping.compareAndSet(false, true)) {
            Thread.ofVirtual().name("books-keeping").start(() -> {
                LockSupport.parkNanos(QUIET.toNanos());
                keeping.set(false);
                lock.lock();
                try {
                    if (!stored.has(books.mark.event())) {
                        keep();
                    }
                } catch (RuntimeException failed) {
                    LOG.warn("books could not be written down; they are when more comes", failed);
                } finally {
                    lock.unlock();
                }
            });
        }
    }

    /** Everything, in the order of happening. */
    private Books read() {
        var into = new Books();
        into.mark = Objects.requireNonNull(reading.execute(status -> {
            told.allOfIt();
            var mark = told.mark();
            into.withdrawn.addAll(told.declared(mark.event()));
            told.name(into.shelves.names);
            told.each(into.shelves.names, 0, mark.event(), into.shelves::enter);
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
        var mark = told.mark();
        var fresh = fresh(into, mark.event());
        var wrong = told.declared(into.mark.event());
        wrong.removeAll(into.withdrawn);
        into.withdrawn.addAll(told.declared(mark.event()));
        return into.shelves.grow(fresh, told.of(into.shelves.names, wrong)) ? mark : null;
    }

    private List<Told> fresh(Books into, long until) {
        var names = into.shelves.names;
        var heard = stored.between(into.mark.event(), until, names);
        if (heard.isEmpty()) {
            var fresh = new ArrayList<Told>();
            told.name(names);
            told.each(names, into.mark.event(), until, fresh::add);
            return fresh;
        }
        heard.get().articles().forEach(names::item);
        var wrong = told.declared(into.mark.event(), until);
        return heard.get().events().stream().filter(it -> !wrong.contains(it.event().event())).toList();
    }

    /** Some events, in the order of happening. */
    List<Told> told(Names names, Set<Long> events) {
        return told.of(names, events);
    }
}

package org.probity.supply.traceability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Shelves.Told;

/**
 * What this node has just stored, for its own books: they would read the same out of the database again, for more than it cost to write it. Only what is whole and in a row is
 * told from here; of whatever came otherwise, by another node or in too large a file, the database tells.
 */
final class JustStored {
    /** Of names in events that wait for the books; who asks for the books so seldom waits for the database. */
    private static final int MOST = 600_000;
    private static final Comparator<Said> ORDER = Comparator.comparingLong((Said it) -> it.happened()).thenComparing(Said::event);

    /** What an event says that a book takes in. @param happened microseconds of the epoch */
    record Words(String material, String kind, String action, long happened, String sharing, long scrap, @Nullable String location, @Nullable String point) {}

    private record Said(long event, Words words, List<Shelf.Named> items) {
        long happened() {
            return words.happened();
        }

        Told told(Names names) {
            return new Told(words.material(), new Shelf.Told(event, words.kind(), words.action(), words.happened(), words.sharing(), words.scrap(), names.spot(words.location(), words.point()), items));
        }
    }

    /** The events and the items of one capture, as they get their numbers. */
    static final class Lot {
        private final long after;
        private final int firstItem;
        private final List<String> articles = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private long last;
        private int names;

        /** @param after the last event there was @param firstItem the next item there will be */
        Lot(long after, int firstItem) {
            this.after = after;
            this.last = after;
            this.firstItem = firstItem;
        }

        void item(String article) {
            if (names <= MOST) {
                articles.add(article);
            }
        }

        /** @param words nothing where no book takes it in */
        void event(long event, @Nullable Words words, List<Shelf.Named> items) {
            last = event;
            names += items.size();
            if (names > MOST) {
                said.clear();
                articles.clear();
            } else if (words != null && !items.isEmpty()) {
                said.add(new Said(event, words, items));
            }
        }

        boolean fits() {
            return names <= MOST;
        }
    }

    /** Items by their articles, from the first number on, and events in the order of happening. */
    record Heard(List<String> articles, List<Told> events) {}

    private final Deque<Lot> lots = new ArrayDeque<>();

    /** @param lot of a capture that is committed */
    synchronized void add(Lot lot) {
        if (!lot.fits() || !lots.isEmpty() && lots.getLast().last != lot.after) {
            lots.clear();
        }
        if (lot.fits() && lot.last > lot.after) {
            lots.add(lot);
        }
        for (var names = lots.stream().mapToInt(it -> it.names).sum(); names > MOST;) {
            names -= lots.removeFirst().names;
        }
    }

    /** All events between these two, if all of them are here. @param names of the books, which know the items before them */
    synchronized Optional<Heard> between(long after, long until, Names names) {
        lots.removeIf(it -> it.last <= after);
        if (lots.isEmpty() || lots.getFirst().after != after || lots.getFirst().firstItem != names.items()) {
            return Optional.empty();
        }
        var articles = new ArrayList<String>();
        var said = new ArrayList<Said>();
        var last = after;
        for (var lot : lots) {
            if (lot.last > until) {
                break;
            }
            articles.addAll(lot.articles);
            said.addAll(lot.said);
            last = lot.last;
        }
        said.sort(ORDER);
        return last == until ? Optional.of(new Heard(articles, said.stream().map(it -> it.told(names)).toList())) : Optional.empty();
    }

    /** Whether as much again would be more than is remembered. */
    synchronized boolean isMuch() {
        return lots.stream().mapToInt(it -> it.names).sum() > MOST / 2;
    }

    /** Whether something waits behind an event. */
    synchronized boolean has(long after) {
        return lots.stream().anyMatch(it -> it.after == after);
    }
}

package org.probity.supply.traceability;

import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Provenance.MadeOf;
import org.probity.supply.traceability.Provenance.Share;
import org.probity.supply.traceability.Provenance.Trail;
import org.probity.supply.traceability.Reading.Role;
import org.probity.trace.Origins;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which events say how things came to be, by the book of silicon: all that made what they are made of; for each pool on the way everything that was poured in or drawn before the
 * last of them was made, since that decides what is left of what; where things were seen, since papers are named there; and in what they lie.
 */
@Component
class Trails {
    /** The book is held while it is asked; others wait no longer than this takes. */
    private static final int AT_ONCE = 500;
    private static final int ITEMS_AT_ONCE = 20_000;
    private static final int PACKS_DEEP = 4;
    private final MaterialBooks books;
    private final Links links;
    private final Items items;
    private final JdbcClient db;

    Trails(MaterialBooks books, Links links, Items items, JdbcClient db) {
        this.books = books;
        this.links = links;
        this.items = items;
        this.db = db;
    }

    /** @param followed hears how many of them are done @return nothing while the books are being read */
    Optional<Trail> of(List<Integer> asked, IntConsumer followed) {
        var events = new BitSet();
        var found = new BitSet();
        for (var from = 0; from < asked.size(); from += AT_ONCE) {
            var part = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
            var answered = books.ask(Reading.SILICON, shelf -> {
                for (var item : part) {
                    found.set(item);
                    if (shelf.book.knows(item)) {
                        for (var it : shelf.reach.upstream(item)) {
                            found.set(it);
                        }
                        for (var step : shelf.reach.eventsUpstream(item)) {
                            events.set((int) Shelf.Told.event(step));
                        }
                    }
                }
                return true;
            });
            if (answered.isEmpty()) {
                return Optional.empty();
            }
            followed.accept(from + part.size());
        }
        var around = new BitSet();
        around(found, around);
        events.or(before(around, last(events)));
        packs(asked, events);
        return Optional.of(new Trail(events));
    }

    /** Pools and lots that several steps filled with everything that touched them, and where things were seen. */
    private void around(BitSet found, BitSet events) {
        var numbers = found.stream().toArray();
        for (var from = 0; from < numbers.length; from += ITEMS_AT_ONCE) {
            var part = java.util.Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + ITEMS_AT_ONCE));
            var makings = new HashMap<Integer, Integer>();
            var all = links.with(part);
            all.stream().filter(it -> it.role() == Role.OUTPUT).forEach(it -> makings.merge(it.item(), 1, Integer::sum));
            for (var it : all) {
                switch (it.role()) {
                    case POOL, OUTPUT, SEEN -> events.set((int) it.event());
                    case INPUT -> {
                        if (makings.getOrDefault(it.item(), 0) > 1) {
                            events.set((int) it.event());
                        }
                    }
                    case PARENT, CHILD -> {}
                }
            }
        }
    }

    /** When the last of the things was made: what happened to pools and lots after that has nothing to do with them. */
    private OffsetDateTime last(BitSet events) {
        return db.sql("SELECT coalesce(max(happened_at), '-infinity') FROM traceability.event WHERE id = ANY (:events)").param("events", numbers(events)).query(OffsetDateTime.class).single();
    }

    private BitSet before(BitSet events, OffsetDateTime until) {
        var some = new BitSet();
        db.sql("SELECT id FROM traceability.event WHERE id = ANY (:events) AND happened_at <= :until").param("events", numbers(events)).param("until", until).query((RowCallbackHandler) row -> some.set(row.getInt(1)));
        return some;
    }

    static Long[] numbers(BitSet events) {
        return events.stream().mapToObj(it -> (long) it).toArray(Long[]::new);
    }

    private void packs(List<Integer> asked, BitSet events) {
        var level = asked.stream().mapToInt(it -> it).toArray();
        for (var deep = 0; deep < PACKS_DEEP && level.length > 0; deep++) {
            var parents = new BitSet();
            for (var from = 0; from < level.length; from += ITEMS_AT_ONCE) {
                var part = java.util.Arrays.copyOfRange(level, from, Math.min(level.length, from + ITEMS_AT_ONCE));
                var packing = links.with(part).stream().filter(it -> it.role() == Role.CHILD || it.role() == Role.SEEN).toList();
                packing.forEach(it -> events.set((int) it.event()));
                links.of(packing.stream().filter(it -> it.role() == Role.CHILD).map(Links.Standing::event).distinct().toList()).values().stream().flatMap(List::stream)
                        .filter(it -> it.role() == Role.PARENT).forEach(it -> parents.set(it.item()));
            }
            level = parents.stream().toArray();
        }
    }

    /** What the book says that each is made of; what it does not know is left out. */
    List<MadeOf> madeOf(List<Integer> asked) {
        var origins = new LinkedHashMap<Integer, Origins>();
        books.ask(Reading.SILICON, shelf -> {
            asked.stream().filter(shelf.book::knows).forEach(it -> origins.put(it, shelf.shares.of(it)));
            return true;
        });
        var all = items.all(IntStream.concat(origins.keySet().stream().mapToInt(it -> it),
                origins.values().stream().flatMap(it -> it.shares().stream()).mapToInt(Origins.Share::origin).filter(it -> it >= 0)).distinct().toArray());
        return origins.entrySet().stream().map(it -> new MadeOf(all.get(it.getKey()).uri(), it.getValue().shares().stream().map(share -> share(all.get(share.origin()), share.likely())).toList(),
                it.getValue().dropped())).toList();
    }

    private static Share share(@Nullable Item origin, long parts) {
        return origin == null ? new Share("", "", parts) : new Share(origin.article(), origin.place() == null ? "" : origin.place(), parts);
    }
}

package org.probity.supply.traceability;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.probity.supply.traceability.Items.Item;
import org.probity.trace.Origins;
import org.probity.trace.Sweep;
import org.probity.trace.Sweep.Verdict;
import org.springframework.stereotype.Service;

/**
 * All modules against one question: whoever is barred or on a list, one supplier, one country or region. One pass over the book says of each touched, clean
 * or unknown; an item that was made where nobody has named leaves all below it unknown.
 */
@Service
class Affected {
    private static final int ASKED = 0;
    private static final int UNNAMED = 1;
    /** Shares are computed for what is shown or handed out. */
    static final int FILE = 100_000;

    enum By { LISTS, SUPPLIER, COUNTRY, REGION }

    /** @param value a supplier's number, a country, or a country and a region such as CN-XJ; empty for lists */
    record Question(By by, String value) {}

    /** @param share of its mass that came from there */
    record Line(Item item, Origins.Share share) {}

    /**
     * What came out.
     *
     * @param sources items that were made at such a place
     * @param touched numbers of the modules that are touched, those that came first first
     */
    record Found(long modules, long sources, int[] touched, long unknown, long clean) {}

    private final MaterialBooks books;
    private final Items items;
    private final Listed listed;

    Affected(MaterialBooks books, Items items, Listed listed) {
        this.books = books;
        this.items = items;
        this.listed = listed;
    }

    /** @return nothing while the books are being read */
    Optional<Found> ask(Question question, String material) {
        return ask(listed.of(question), material);
    }

    /** @return nothing while the books are being read */
    Optional<Found> ask(Listed.Places places, String material) {
        var quartz = listed.articles(Tier.QUARTZ);
        var modules = listed.articles(Tier.MODULE);
        return books.ask(material, shelf -> found(shelf, places, quartz, modules));
    }

    private static Found found(Shelf shelf, Listed.Places places, Set<String> quartz, Set<String> modules) {
        var sources = made(shelf, places);
        var sweep = sweep(shelf, sources, unnamed(shelf, places), shelf.names.items(quartz::contains));
        var all = shelf.names.items(modules::contains);
        var touched = IntStream.builder();
        var unknown = 0L;
        var clean = 0L;
        for (var module = all.nextSetBit(0); module >= 0; module = all.nextSetBit(module + 1)) {
            switch (of(sweep, module, sources, places.whole())) {
                case TOUCHED -> touched.add(module);
                case UNKNOWN -> unknown++;
                case CLEAN -> clean++;
            }
        }
        return new Found(all.cardinality(), sources.cardinality(), touched.build().toArray(), unknown, clean);
    }

    private static Verdict of(Sweep sweep, int item, BitSet sources, boolean whole) {
        if (sources.get(item)) {
            // Also where it is not in the book, because the event that made it cannot be as it says.
            return Verdict.TOUCHED;
        }
        return switch (sweep.of(item, ASKED)) {
            case TOUCHED -> Verdict.TOUCHED;
            case UNKNOWN -> Verdict.UNKNOWN;
            case CLEAN -> whole && sweep.of(item, UNNAMED) == Verdict.CLEAN ? Verdict.CLEAN : Verdict.UNKNOWN;
        };
    }

    /** A part of the touched ones with their shares. */
    List<Line> lines(Question question, String material, Found found, int limit, long offset) {
        return lines(listed.of(question), material, found, limit, offset);
    }

    List<Line> lines(Listed.Places places, String material, Found found, int limit, long offset) {
        var shown = items.of(found.touched(), limit, offset);
        return books.ask(material, shelf -> {
            var sources = made(shelf, places);
            return shown.stream().map(it -> new Line(it, share(shelf, it.number(), sources))).toList();
        }).orElse(List.of());
    }

    /** Of all items that are asked about together: what is not from elsewhere for certain may be from there. */
    static Origins.Share share(Shelf shelf, int item, BitSet sources) {
        if (sources.get(item) || !shelf.book.knows(item)) {
            return new Origins.Share(item, Origins.WHOLE, Origins.WHOLE, Origins.WHOLE);
        }
        var least = 0L;
        var likely = 0L;
        var most = 0L;
        var elsewhere = 0L;
        for (var it : shelf.shares.of(item, sources::get).shares()) {
            if (it.origin() >= 0 && sources.get(it.origin())) {
                least += it.least();
                likely += it.likely();
                most = Math.min(Origins.WHOLE, most + it.most());
            } else {
                elsewhere += it.least();
            }
        }
        return new Origins.Share(item, least, likely, Math.max(likely, Math.min(most, Origins.WHOLE - elsewhere)));
    }

    private static Sweep sweep(Shelf shelf, BitSet sources, BitSet unnamed, BitSet ends) {
        return new Sweep(shelf.book, item -> (sources.get(item) ? 1L << ASKED : 0) | (unnamed.get(item) ? 1L << UNNAMED : 0), ends::get);
    }

    /** Items that some event which counts made at a place that the question is about. */
    static BitSet made(Shelf shelf, Listed.Places places) {
        var asked = shelf.names.spots(spot -> spot.any(places::asked));
        var all = new BitSet();
        for (var item = 0; item < shelf.names.items(); item++) {
            var it = item;
            shelf.makings.spots(item, spot -> {
                if (asked.get(spot)) {
                    all.set(it);
                }
            });
        }
        return all;
    }

    /** Items for which nobody vouches: some event made them where nobody has named, none did, or one that cannot be as it says. */
    private static BitSet unnamed(Shelf shelf, Listed.Places places) {
        var named = shelf.names.spots(spot -> spot.any(places::named));
        var all = (BitSet) shelf.contradicted.clone();
        for (var item = 0; item < shelf.names.items(); item++) {
            var it = item;
            shelf.makings.spots(item, spot -> {
                if (!named.get(spot)) {
                    all.set(it);
                }
            });
            if (shelf.makings.count(item) == 0) {
                all.set(item);
            }
        }
        return all;
    }
}

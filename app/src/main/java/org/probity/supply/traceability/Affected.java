package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.probity.supply.traceability.Items.Item;
import org.probity.trace.Origins;
import org.probity.trace.Sweep;
import org.probity.trace.Sweep.Verdict;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient db;
    private final Items items;
    private final Clock clock;

    Affected(MaterialBooks books, JdbcClient db, Items items, Clock clock) {
        this.books = books;
        this.db = db;
        this.items = items;
        this.clock = clock;
    }

    /** @return nothing while the books are being read */
    Optional<Found> ask(Question question, String material) {
        var sources = made(question);
        var named = named();
        var ends = tier(Tier.QUARTZ);
        var modules = tier(Tier.MODULE);
        return books.ask(material, shelf -> {
            var sweep = sweep(shelf, sources, named, ends);
            var touched = new ArrayList<Integer>();
            var unknown = 0L;
            var clean = 0L;
            for (var module = modules.nextSetBit(0); module >= 0; module = modules.nextSetBit(module + 1)) {
                var verdict = sweep.of(module, ASKED);
                if (verdict == Verdict.TOUCHED) {
                    touched.add(module);
                } else if (verdict == Verdict.UNKNOWN || sweep.of(module, UNNAMED) == Verdict.TOUCHED) {
                    unknown++;
                } else {
                    clean++;
                }
            }
            return new Found(modules.cardinality(), sources.cardinality(), touched.stream().mapToInt(it -> it).toArray(), unknown, clean);
        });
    }

    /** A part of the touched ones with their shares. */
    List<Line> lines(Question question, String material, Found found, int limit, long offset) {
        var sources = made(question);
        var shown = items.of(found.touched(), limit, offset);
        return books.ask(material, shelf -> shown.stream().map(it -> new Line(it, share(shelf, it.number(), sources))).toList()).orElse(List.of());
    }

    private static Origins.Share share(Shelf shelf, int item, BitSet sources) {
        if (sources.get(item)) {
            return new Origins.Share(item, Origins.WHOLE, Origins.WHOLE, Origins.WHOLE);
        }
        var origins = shelf.shares.of(item, sources::get);
        var least = 0L;
        var likely = 0L;
        var most = 0L;
        for (var it : origins.shares()) {
            if (it.origin() >= 0 && sources.get(it.origin())) {
                least += it.least();
                likely += it.likely();
                most += it.most();
            }
        }
        return new Origins.Share(item, least, likely, Math.min(most, Origins.WHOLE));
    }

    private static Sweep sweep(Shelf shelf, BitSet sources, BitSet named, BitSet ends) {
        return new Sweep(shelf.book, item -> (sources.get(item) ? 1L << ASKED : 0) | (named.get(item) ? 0 : 1L << UNNAMED), ends::get);
    }

    private BitSet tier(Tier tier) {
        return bits(db.sql("""
                SELECT item.number
                  FROM traceability.articles('infinity') AS article
                  JOIN traceability.item ON item.article = article.uri
                 WHERE article.tier = :tier
                """).param("tier", tier.name()));
    }

    /** Items made at a place that the question is about. */
    private BitSet made(Question question) {
        return bits(db.sql("""
                SELECT DISTINCT event_item.item
                  FROM traceability.places('infinity') AS place
                  LEFT JOIN supplier.name ON name.id = place.supplier
                  JOIN traceability.event ON coalesce(event.biz_location, event.read_point) = place.uri
                  JOIN traceability.event_item ON event_item.event = event.id AND event_item.role = 'O'
                 WHERE CASE :by
                       WHEN 'LISTS' THEN EXISTS (SELECT FROM blacklist.barred WHERE barred.supplier = place.supplier AND barred.in_force @> CAST(:today AS date))
                                      OR EXISTS (SELECT FROM screening.standing WHERE standing.supplier = place.supplier AND standing.state IN ('OPEN', 'TRUE_HIT'))
                       WHEN 'SUPPLIER' THEN name.number = :value
                       WHEN 'COUNTRY' THEN place.country = :value
                       ELSE place.country || '-' || place.region = :value END
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                """).param("by", question.by().name()).param("value", question.value()).param("today", LocalDate.now(clock)));
    }

    /** Items all of whose events of making that still count happened at places somebody named: one that did not leaves the way open. */
    private BitSet named() {
        return bits(db.sql("""
                SELECT event_item.item
                  FROM traceability.event_item
                  JOIN traceability.event ON event.id = event_item.event
                  LEFT JOIN traceability.places('infinity') AS place ON place.uri = coalesce(event.biz_location, event.read_point)
                 WHERE event_item.role IN ('O', 'P', 'T')
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 GROUP BY event_item.item
                HAVING bool_and(place.uri IS NOT NULL)
                """));
    }

    private static BitSet bits(JdbcClient.StatementSpec query) {
        var bits = new BitSet();
        query.withFetchSize(10_000).query((RowCallbackHandler) row -> bits.set(row.getInt(1)));
        return bits;
    }
}

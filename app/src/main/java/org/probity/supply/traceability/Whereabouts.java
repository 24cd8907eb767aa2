package org.probity.supply.traceability;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Where modules are now, by the last event that says so of them or of the pallet or container they are in: business steps and dispositions of CBV 2.0 (7.1, 7.2). What nobody
 * moved is where it was made. An event that was declared wrong moves nothing.
 */
@Service
class Whereabouts {
    enum Where {
        /** At a place of ours. */
        STOCK,
        /** Shipped, or received by somebody else, such as a forwarder, who has not sold it as far as events say. */
        TRANSIT,
        /** Sold or dispensed: an event says so. */
        SOLD,
        /** Destroyed. */
        GONE
    }

    /** @param place where the last event happened @param when seconds */
    record Moved(Where where, String place, long when) {}

    /** How many there are of each, and all of them in their order. */
    record Found(Map<Where, int[]> items) {
        int count(Where where) {
            return items.getOrDefault(where, new int[0]).length;
        }

        int[] of(Where where) {
            return items.getOrDefault(where, new int[0]);
        }

        Found only(Where where) {
            return new Found(Map.of(where, of(where)));
        }

        /** Of one of them. */
        Where where(int item) {
            return items.entrySet().stream().filter(it -> Arrays.binarySearch(it.getValue(), item) >= 0).findFirst().orElseThrow().getKey();
        }
    }

    private record Mark(long event, long corrections, long places) {}

    private static final int DEEP = 6;

    private final MaterialBooks books;
    private final JdbcClient db;
    private @Nullable Mark mark;
    private Map<Integer, Moved> moved = Map.of();

    Whereabouts(MaterialBooks books, JdbcClient db) {
        this.books = books;
        this.db = db;
    }

    /** @return nothing while the books are being read */
    Optional<Found> of(int[] modules, String material) {
        var last = moved();
        return books.ask(material, shelf -> {
            var found = new EnumMap<Where, IntStream.Builder>(Where.class);
            for (var module : modules) {
                found.computeIfAbsent(where(shelf, module, last).map(Moved::where).orElse(Where.STOCK), _ -> IntStream.builder()).add(module);
            }
            var items = new EnumMap<Where, int[]>(Where.class);
            found.forEach((where, some) -> items.put(where, some.build().toArray()));
            return new Found(items);
        });
    }

    /** The last that was said of an item or of what it lies in. */
    Optional<Moved> of(int item, String material) {
        var last = moved();
        return books.ask(material, shelf -> where(shelf, item, last)).flatMap(it -> it);
    }

    private static Optional<Moved> where(Shelf shelf, int item, Map<Integer, Moved> last) {
        var newest = last.get(item);
        var inside = item;
        for (var depth = 0; depth < DEEP; depth++) {
            var pack = shelf.book.packedIn(inside);
            if (pack.isEmpty()) {
                break;
            }
            inside = pack.getAsInt();
            var of = last.get(inside);
            if (of != null && (newest == null || of.when() >= newest.when())) {
                newest = of;
            }
        }
        return Optional.ofNullable(newest);
    }

    /** What was moved, by item; read again when an event came in, was declared wrong, or a place was named. */
    private synchronized Map<Integer, Moved> moved() {
        var now = db.sql("""
                SELECT coalesce((SELECT max(id) FROM traceability.event), 0) AS event, (SELECT count(*) FROM traceability.correction) AS corrections,
                       (SELECT count(*) FROM traceability.place) AS places
                """).query(Mark.class).single();
        if (!now.equals(mark)) {
            moved = read();
            mark = now;
        }
        return moved;
    }

    private Map<Integer, Moved> read() {
        var all = new HashMap<Integer, Moved>();
        db.sql("""
                SELECT named.item, coalesce(event.biz_step, '') AS step, coalesce(event.disposition, '') AS disposition, coalesce(event.biz_location, event.read_point, '') AS place,
                       floor(extract(epoch FROM event.happened_at))::bigint AS happened, coalesce(place.whose, '') AS whose
                  FROM traceability.event
                  CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named
                  LEFT JOIN traceability.places('infinity') AS place ON place.uri = coalesce(event.biz_location, event.read_point)
                 WHERE event.biz_step = ANY (:steps)
                   AND event.kind IN ('OBJECT', 'TRANSACTION')
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY event.happened_at, event.id
                """)
                .param("steps", STEPS).withFetchSize(10_000)
                .query((RowCallbackHandler) row -> {
                    var where = where(row.getString("step"), row.getString("disposition"), row.getString("whose"));
                    if (where.isPresent()) {
                        all.put(row.getInt("item"), new Moved(where.get(), row.getString("place"), row.getLong("happened")));
                    }
                });
        return all;
    }

    /** Steps of CBV 2.0 that say where a thing is. */
    private static final String[] STEPS = {"shipping", "departing", "transporting", "loading", "receiving", "arriving", "accepting", "storing", "stocking", "unloading", "staging_outbound", "returning",
        "retail_selling", "dispensing", "providing", "destroying", "decommissioning"};

    static Optional<Where> where(String step, String disposition, String whose) {
        return switch (step) {
            case "shipping", "departing", "transporting", "loading" -> Optional.of(Where.TRANSIT);
            case "receiving", "arriving", "accepting", "storing", "stocking", "unloading", "staging_outbound", "returning" ->
                Optional.of(disposition.equals("in_transit") ? Where.TRANSIT : disposition.equals("retail_sold") ? Where.SOLD : whose.equals("OURS") ? Where.STOCK : Where.TRANSIT);
            case "retail_selling", "dispensing", "providing" -> Optional.of(Where.SOLD);
            case "destroying", "decommissioning" -> Optional.of(Where.GONE);
            // Other steps, such as packing or inspecting, leave a thing where it is.
            case String other -> Optional.empty();
        };
    }
}

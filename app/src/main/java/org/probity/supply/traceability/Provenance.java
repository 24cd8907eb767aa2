package org.probity.supply.traceability;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where things come from and what shows it, for rooms that hand it to others. An item is known by its number, as the foreign keys of other rooms have it; what an address stands for is in
 * {@code traceability.articles} and {@code traceability.places}. Only silicon is followed. It says what was captured and what the books make of it; it judges nobody.
 */
@Service
public class Provenance {
    private static final int FETCH = 2_000;

    /** @param items that were found @param unknown names that are in no event, as typed */
    public record Found(List<Integer> items, List<String> unknown) {}

    /** All events that say how some things came to be. */
    public static final class Trail {
        private final BitSet events;

        Trail(BitSet events) {
            this.events = events;
        }

        /** At most so many are heard of: what was declared wrong is among them, and is left out. */
        public int size() {
            return events.cardinality();
        }

        private Long[] numbers() {
            return Trails.numbers(events);
        }
    }

    /**
     * An event as it came.
     *
     * @param document EPCIS 2.0 in JSON that holds this event alone
     * @param hash the name that follows from what it says
     * @param place in its capture, from nought
     */
    public record Event(byte[] document, byte[] hash, UUID capture, long place) {}

    /** @param record of the log, which binds the hashes @param hashes of all its events in their order, 32 bytes each */
    public record Capture(UUID record, byte[] hashes) {}

    /** @param item its address @param dropped how much was too thin to be followed */
    public record MadeOf(String item, List<Share> shares, long dropped) {}

    /** @param article and {@code place}: empty where nobody knows @param parts of {@link org.probity.trace.Origins#WHOLE} */
    public record Share(String article, String place, long parts) {}

    /**
     * What a plant of ours made and shipped in a month, of the articles of some things.
     *
     * @param month its first day
     * @param ofThese how many of the things
     * @param charged kilograms of silicon by captured events
     * @param stated kilograms that the plant said it charged; nothing where it said nothing
     */
    public record Month(String site, String month, long made, long shipped, long ofThese, BigDecimal charged, @Nullable BigDecimal stated) {}

    private final JdbcClient db;
    private final SoughtItems sought;
    private final Trails trails;
    private final OutputByMonth output;
    private final TransactionTemplate transaction;

    Provenance(JdbcClient db, SoughtItems sought, Trails trails, OutputByMonth output, TransactionTemplate transaction) {
        this.db = db;
        this.sought = sought;
        this.trails = trails;
        this.output = output;
        this.transaction = transaction;
    }

    /** @param names addresses, bare serial numbers of modules, and containers and pallets, which stand for what lies in them */
    public Found find(List<String> names) {
        return sought.found(names);
    }

    /** In the order of the items. */
    public List<String> addresses(List<Integer> items) {
        return db.sql("SELECT item.uri FROM unnest(:items) WITH ORDINALITY AS asked (item, no) JOIN traceability.item ON item.number = asked.item ORDER BY asked.no")
                .param("items", items.toArray(Integer[]::new)).query(String.class).list();
    }

    /** The number of the newest event: by which state of knowledge is answered. */
    public long newest() {
        return db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single();
    }

    /** @param followed hears how many of the items are done; what it throws ends the following @return nothing while the books are being read */
    public Optional<Trail> trail(List<Integer> items, IntConsumer followed) {
        return trails.of(items, followed);
    }

    /** In the order of time, those that were declared wrong left out, as books are read. */
    public void events(Trail trail, Consumer<Event> listener) {
        var firsts = new HashMap<UUID, Long>();
        transaction.executeWithoutResult(status -> db.sql("""
                SELECT event.id, event.hash, event.no, event.body, kept.deflated, event.capture
                  FROM traceability.event
                  LEFT JOIN LATERAL (SELECT deflated FROM traceability.body WHERE body.capture = event.capture AND body.no <= event.no ORDER BY no DESC LIMIT 1) AS kept ON event.body IS NULL
                 WHERE event.id = ANY (:events) AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY event.happened_at, event.id
                """).param("events", trail.numbers()).withFetchSize(FETCH).query((RowCallbackHandler) row -> {
                    var capture = row.getObject("capture", UUID.class);
                    var first = firsts.computeIfAbsent(capture, it -> db.sql("SELECT min(id) FROM traceability.event WHERE capture = :capture").param("capture", it).query(Long.class).single());
                    listener.accept(new Event(Body.document(row.getBytes("body"), row.getBytes("deflated"), row.getLong("no")), row.getBytes("hash"), capture, row.getLong("id") - first));
                }));
    }

    public Capture capture(UUID id) {
        var record = db.sql("SELECT record FROM traceability.captured WHERE capture = :capture").param("capture", id).query(UUID.class).single();
        var hashes = new ByteArrayOutputStream();
        transaction.executeWithoutResult(status -> db.sql("SELECT hash FROM traceability.event WHERE capture = :capture ORDER BY id").param("capture", id).withFetchSize(FETCH)
                .query((RowCallbackHandler) row -> hashes.writeBytes(row.getBytes(1))));
        return new Capture(record, hashes.toByteArray());
    }

    /** The newest file behind each paper that was brought to an event of the trail, as evidence by address: the same number on papers of others is another paper. */
    public Map<String, UUID> papers(Trail trail, Collection<String> addresses) {
        var papers = new LinkedHashMap<String, UUID>();
        db.sql("SELECT DISTINCT ON (uri) uri, evidence FROM traceability.document WHERE uri = ANY (:uris) AND event = ANY (:events) ORDER BY uri, said_at DESC")
                .param("uris", addresses.toArray(String[]::new)).param("events", trail.numbers())
                .query((RowCallbackHandler) row -> papers.put(row.getString(1), row.getObject(2, UUID.class)));
        return papers;
    }

    /** What the book says that each is made of; what it does not know is left out, and all of it while it is being read. */
    public List<MadeOf> madeOf(List<Integer> items) {
        return trails.madeOf(items);
    }

    /** Of our plants, from the first month to the last in which anything happened to these things. */
    public List<Month> months(List<Integer> items) {
        return output.of(items);
    }
}

package org.probity.supply.traceability;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Links.Link;
import org.probity.supply.traceability.Links.Standing;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What is different because of an event that became known late or was declared wrong. All that holds something of what it made was said to be otherwise before; with it
 * the packs it is in, what left us, and lots of the published figure. It follows from events alone, so every node says the same, and nothing is written down.
 */
@Service
class Effects {
    /** @param items what holds something of it, that made by the event first @param shares by item, how much of it, in {@link org.probity.trace.Origins#WHOLE} */
    record Found(int[] items, Map<Integer, Long> shares, long modules, long packs, long shipments) {}

    record Line(Item item, long share) {}

    /** A lot of the figure that was judged anew since. @param before grams that were traced lot by lot until then */
    record Judged(int item, String uri, int year, long before, long after, String gap) {}

    /** A claim of ISO 22095 of something that is different. @param broken whether it would not be granted any more */
    record Touched(Claimed.Line claim, boolean broken) {}

    private final JdbcClient db;
    private final MaterialBooks books;
    private final Items items;
    private final Links links;
    private final Listed listed;
    private final Claimed claimed;

    Effects(JdbcClient db, MaterialBooks books, Items items, Links links, Listed listed, Claimed claimed) {
        this.claimed = claimed;
        this.db = db;
        this.books = books;
        this.items = items;
        this.links = links;
        this.listed = listed;
    }

    /** @return nothing while the books are being read */
    Optional<Found> of(Events.Line event) {
        var made = links.of(event.id()).stream().filter(it -> it.role() == Role.OUTPUT || it.role() == Role.POOL || it.role() == Role.PARENT).mapToInt(Link::item).distinct().toArray();
        var modules = listed.articles(Tier.MODULE);
        return books.ask(event.material(), shelf -> {
            var shares = new HashMap<Integer, Long>();
            for (var item : made) {
                if (shelf.book.knows(item)) {
                    shelf.recall.of(item, (other, by, mass, share) -> shares.merge(other, share, Math::max));
                }
            }
            Arrays.stream(made).forEach(item -> shares.put(item, org.probity.trace.Origins.WHOLE));
            var all = IntStream.concat(Arrays.stream(made), shares.keySet().stream().mapToInt(it -> it).filter(it -> Arrays.stream(made).noneMatch(one -> one == it)).sorted()).toArray();
            return new Found(all, shares, Arrays.stream(all).filter(it -> modules.contains(shelf.names.article(it))).count(), Arrays.stream(all).filter(shelf.late::isPack).count(), 0);
        }).map(it -> new Found(it.items(), it.shares(), it.modules(), it.packs(), shipments(it.items())));
    }

    /** Events by which some of it left us. */
    private long shipments(int[] all) {
        var events = links.with(all).stream().filter(it -> it.role() != Role.OUTPUT).map(Standing::event).collect(Collectors.toSet());
        return db.sql("SELECT count(*) FROM traceability.event WHERE id = ANY (:events) AND biz_step = 'shipping'").param("events", events.toArray(Long[]::new)).query(Long.class).single();
    }

    List<Line> lines(Found found, int limit, long offset) {
        return items.of(found.items(), limit, offset).stream().map(it -> new Line(it, found.shares().getOrDefault(it.number(), 0L))).toList();
    }

    /** When it was declared wrong, if it was. */
    Optional<OffsetDateTime> declared(long event) {
        return Optional.ofNullable(db.sql("SELECT min(recorded_at) FROM traceability.correction WHERE event = :event").param("event", event).query(OffsetDateTime.class).optional().orElse(null));
    }

    /** Whether something that happened later to the same things was known before it. */
    boolean late(Events.Line event) {
        Set<Long> before = links.with(links.of(event.id()).stream().mapToInt(Link::item).distinct().toArray()).stream().map(Standing::event).filter(it -> it < event.id()).collect(Collectors.toCollection(HashSet::new));
        return db.sql("SELECT count(*) FROM traceability.event WHERE id = ANY (:events) AND happened_at > :at").param("events", before.toArray(Long[]::new))
                .param("at", event.happenedAt().atOffset(java.time.ZoneOffset.UTC)).query(Long.class).single() > 0;
    }

    /** Claims of what is different, and those that draw on an account in which some of it was entered: what was claimed goes by what was said then. */
    List<Touched> claims(Found found) {
        var touched = claimed.touching(found.items());
        if (touched.isEmpty()) {
            return List.of();
        }
        var broken = claimed.broken();
        return touched.stream().map(it -> new Touched(it, broken.contains(it.item()))).toList();
    }

    /** Lots of the figure among what is different, with what stood there before and what stands there now. */
    List<Judged> judged(Found found, OffsetDateTime since) {
        return db.sql("""
                SELECT now.item, item.uri, now.year, coalesce(before.linked, 0) AS before, now.linked AS after, now.gap
                  FROM (SELECT DISTINCT ON (judged.item, judged.year) judged.*
                          FROM traceability.judged
                          JOIN traceability.judgement ON judgement.id = judged.judgement AND judgement.at >= :since
                         WHERE judged.item = ANY (:items)
                         ORDER BY judged.item, judged.year, judgement.at DESC, judgement.id) AS now
                  JOIN traceability.item ON item.number = now.item
                  LEFT JOIN LATERAL (SELECT judged.linked
                                       FROM traceability.judged
                                       JOIN traceability.judgement ON judgement.id = judged.judgement AND judgement.at < :since
                                      WHERE judged.item = now.item AND judged.year = now.year
                                      ORDER BY judgement.at DESC, judgement.id
                                      LIMIT 1) AS before ON true
                 ORDER BY abs(coalesce(before.linked, 0) - now.linked) DESC, now.item
                 LIMIT 200
                """)
                .param("since", since).param("items", Arrays.stream(found.items()).boxed().toArray(Integer[]::new)).query(Judged.class).list();
    }
}

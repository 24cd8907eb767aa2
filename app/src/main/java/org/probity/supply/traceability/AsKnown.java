package org.probity.supply.traceability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.house.ui.Lang;
import org.probity.supply.traceability.Contamination.Verdict;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Links.Link;
import org.probity.supply.traceability.Links.Standing;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What was known of an item at a moment: by the events that were known then, places as they were named then, and lists as they alerted then. A small book is read for
 * it, of the events on the item's own way up and nothing else.
 */
@Service
class AsKnown {
    /** A way of more events than that is no way that a person looks at. */
    private static final int EVENTS_MOST = 50_000;

    /** A version of a list as it was loaded. */
    record Version(UUID list, String code, String nameEn, String nameZh, int no, String label, LocalDate day) {
        String name(Lang lang) {
            return (lang == Lang.EN ? nameEn : nameZh) + " " + label;
        }

        /** How an address names it. */
        String key() {
            return list + "/" + no;
        }
    }

    private final JdbcClient db;
    private final Links links;
    private final MaterialBooks books;
    private final Contamination contamination;
    private final Listed listed;

    AsKnown(JdbcClient db, Links links, MaterialBooks books, Contamination contamination, Listed listed) {
        this.db = db;
        this.links = links;
        this.books = books;
        this.contamination = contamination;
        this.listed = listed;
    }

    /** The end of a day where we are. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** @return nothing where its way is too wide */
    Optional<Verdict> then(Item item, String material, Instant known) {
        return judged(item, material, known, listed.then(known));
    }

    /** By one version of a list, with what is known of the item now. */
    Optional<Verdict> by(Item item, String material, Version version) {
        return judged(item, material, Instant.parse("9999-01-01T00:00:00Z"), listed.by(version.list(), version.no()));
    }

    private Optional<Verdict> judged(Item item, String material, Instant known, Listed.Places places) {
        return book(item.number(), material, known).map(shelf -> {
            var seen = Contamination.see(shelf, item.number(), places, listed.articles(Tier.QUARTZ));
            return contamination.verdict(seen, Contamination.ways(shelf, seen, item.number()), places.whole());
        });
    }

    List<Version> versions() {
        return db.sql("SELECT list, code, name_en, name_zh, no, label, day FROM screening.published ORDER BY day DESC, code, no DESC LIMIT 100").query(Version.class).list();
    }

    /** When it left us first, by itself or in what it was packed in. */
    Optional<OffsetDateTime> shipped(Item item) {
        var with = new HashSet<>(Set.of(item.number()));
        var events = new HashSet<Long>();
        Set<Integer> next = Set.copyOf(with);
        for (var level = 0; level < 4 && !next.isEmpty(); level++) {
            var named = links.with(Links.items(next));
            named.stream().filter(it -> it.role() != Role.INPUT).map(Standing::event).forEach(events::add);
            var packing = named.stream().filter(it -> it.role() == Role.CHILD).map(Standing::event).collect(Collectors.toSet());
            next = links.of(packing).values().stream().flatMap(List::stream).filter(it -> it.role() == Role.PARENT).map(Link::item).filter(with::add).collect(Collectors.toSet());
        }
        return Optional.ofNullable(db.sql("""
                SELECT min(happened_at)
                  FROM traceability.event
                 WHERE id = ANY (:events) AND biz_step = 'shipping' AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                """).param("events", events.toArray(Long[]::new)).query(OffsetDateTime.class).optional().orElse(null));
    }

    private Optional<Shelf> book(int item, String material, Instant known) {
        var all = new HashSet<Long>();
        var seen = new HashSet<>(Set.of(item));
        var pools = new HashSet<Integer>();
        Set<Integer> next = Set.of(item);
        while (!next.isEmpty()) {
            var ids = links.with(Links.items(next)).stream().filter(it -> switch (it.role()) {
                case OUTPUT, PARENT, POOL -> true;
                case INPUT, CHILD -> pools.contains(it.item());
                case SEEN -> false;
            }).map(Standing::event).filter(it -> !all.contains(it)).collect(Collectors.toSet());
            var counted = known(ids, material, known);
            all.addAll(counted);
            if (all.size() > EVENTS_MOST) {
                return Optional.empty();
            }
            var named = links.of(counted).values().stream().flatMap(List::stream).toList();
            named.stream().filter(it -> it.role() == Role.POOL).map(Link::item).forEach(pools::add);
            next = named.stream().filter(it -> it.role() == Role.INPUT || it.role() == Role.CHILD || it.role() == Role.POOL).map(Link::item).filter(seen::add).collect(Collectors.toSet());
        }
        var shelves = new Shelves();
        seen.addAll(links.of(all).values().stream().flatMap(List::stream).map(Link::item).toList());
        db.sql("SELECT number, article FROM traceability.item WHERE number = ANY (:items)").param("items", IntStream.of(Links.items(seen)).boxed().toArray(Integer[]::new))
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> shelves.names.item(row.getInt("number"), row.getString("article")));
        books.told(shelves.names, all).forEach(shelves::enter);
        return Optional.of(shelves.book(material));
    }

    private List<Long> known(Set<Long> events, String material, Instant known) {
        return db.sql("""
                SELECT id
                  FROM traceability.event
                 WHERE id = ANY (:events) AND material = :material AND kind IN ('OBJECT', 'AGGREGATION', 'TRANSFORMATION') AND recorded_at <= :known
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id AND correction.recorded_at <= :known)
                """)
                .param("events", events.toArray(Long[]::new)).param("material", material).param("known", OffsetDateTime.ofInstant(known, ZoneOffset.UTC)).query(Long.class).list();
    }
}

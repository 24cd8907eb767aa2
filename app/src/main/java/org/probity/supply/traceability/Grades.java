package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.probity.supply.traceability.Coverage.Judged;
import org.probity.supply.traceability.Grading.Happened;
import org.probity.supply.traceability.Grading.Part;
import org.probity.supply.traceability.Grading.Thing;
import org.probity.supply.traceability.Links.Link;
import org.probity.supply.traceability.Links.Standing;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far lots are traced, by their own way up through rows of events, not through the books: each of the two can be held against the other. Of a pool on the way all
 * events are read, since what is in it depends on each.
 */
final class Grades {
    private record Row(long id, String kind, String sharing, long scrap, int within, boolean named) {}

    private record Item(int number, Tier tier, boolean lot) {}

    private final JdbcClient db;
    private final Links links;
    private final Map<Integer, Thing> things = new HashMap<>();
    private final Map<Long, List<Link>> told = new TreeMap<>();

    Grades(JdbcClient db, Links links) {
        this.db = db;
        this.links = links;
    }

    /** @param used grams by lot */
    Map<Integer, Judged> of(Map<Integer, Long> used) {
        for (Set<Integer> next = new HashSet<>(used.keySet()); !next.isEmpty();) {
            items(next).forEach(it -> things.put(it.number(), new Thing(it.tier().isOrigin(), it.lot())));
            next.forEach(it -> things.putIfAbsent(it, new Thing(false, false)));
            next = above(next);
        }
        var grading = new Grading(things, happened());
        var all = new TreeMap<Integer, Judged>();
        used.forEach((item, grams) -> {
            var grade = grading.of(item);
            all.put(item, new Judged(item, grams, Grading.part(grams, grade.mapped()), Grading.part(grams, grade.linked()), Grading.part(grams, grade.documented()),
                    Grading.part(grams, grade.reconciled()), grade.gap()));
        });
        return all;
    }

    /** Reads the events that made some items, or moved them where they are pools. @return what went into those and was not looked at yet */
    private Set<Integer> above(Set<Integer> items) {
        var all = links.with(Links.items(items));
        var pools = all.stream().filter(it -> it.role() == Role.POOL).map(Standing::item).collect(Collectors.toSet());
        var events = all.stream().filter(it -> it.role() == Role.OUTPUT || it.role() == Role.PARENT || pools.contains(it.item()) && it.role() != Role.SEEN).map(Standing::event).filter(it -> !told.containsKey(it)).collect(Collectors.toSet());
        var next = new HashSet<Integer>();
        links.of(events).forEach((event, named) -> {
            told.put(event, named);
            named.stream().filter(it -> it.role() == Role.INPUT || it.role() == Role.POOL || it.role() == Role.CHILD).map(Link::item).filter(it -> !things.containsKey(it)).forEach(next::add);
        });
        return next;
    }

    private Collection<Item> items(Collection<Integer> numbers) {
        return db.sql("""
                SELECT item.number, coalesce((SELECT tier FROM traceability.article WHERE article.uri = item.article ORDER BY no DESC LIMIT 1), 'OTHER') AS tier, item.uri <> item.article OR item.uri LIKE 'urn:lot:%' AS lot
                  FROM traceability.item
                 WHERE item.number = ANY (:numbers)
                """)
                .param("numbers", numbers.toArray(Integer[]::new)).query(Item.class).list();
    }

    /** Every transformation, commissioning and packing that was read and still counts, in the order of happening. */
    private List<Happened> happened() {
        var documented = documented(told.keySet());
        return db.sql("""
                SELECT event.id, event.kind, coalesce(event.sharing, '') AS sharing, coalesce(event.scrap_grams, 0) AS scrap,
                       rule.at('traceability', 'closes-within', (event.happened_at AT TIME ZONE 'Asia/Shanghai')::date, 'infinity') AS within,
                       EXISTS (SELECT FROM traceability.place WHERE place.uri IN (event.read_point, event.biz_location)) AS named
                  FROM traceability.event
                 WHERE event.id = ANY (:events) AND (event.kind IN ('TRANSFORMATION', 'OBJECT') OR event.kind = 'AGGREGATION' AND event.action = 'ADD') AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY event.happened_at, event.id
                """)
                .param("events", told.keySet().toArray(Long[]::new)).query(Row.class).list().stream().map(it -> happened(it, documented.contains(it.id()))).toList();
    }

    private Happened happened(Row it, boolean documented) {
        var named = told.get(it.id());
        if (it.kind().equals("AGGREGATION")) {
            // What is in a pack is as far traced as it was; packing weighs nothing and hands nothing over.
            return new Happened(false, -1, false, it.named(), true, 0, it.within(), parts(named, Role.CHILD), parts(named, Role.PARENT));
        }
        var pool = named.stream().filter(link -> link.role() == Role.POOL).mapToInt(Link::item).findFirst().orElse(-1);
        return new Happened(it.kind().equals("TRANSFORMATION"), pool, it.sharing().equals("fifo"), it.named(), documented, it.scrap(), it.within(), parts(named, Role.INPUT), parts(named, Role.OUTPUT));
    }

    private static List<Part> parts(List<Link> named, Role role) {
        return named.stream().filter(it -> it.role() == role).map(it -> new Part(it.item(), it.grams() == null ? 0 : it.grams())).toList();
    }

    private record Behind(long event, long brought) {}

    /** Events that name a document which was brought to one of the same lots. */
    private Set<Long> documented(Set<Long> events) {
        var behind = db.sql("""
                SELECT event_document.event, document.event AS brought
                  FROM traceability.event_document
                  JOIN traceability.document ON document.uri = event_document.uri
                 WHERE event_document.event = ANY (:events) AND document.event IS NOT NULL
                """).param("events", events.toArray(Long[]::new)).query(Behind.class).list();
        var all = new ArrayList<Long>();
        behind.forEach(it -> all.addAll(List.of(it.event(), it.brought())));
        var lots = links.of(new HashSet<>(all));
        return behind.stream().filter(it -> it.event() == it.brought() || shares(lots.get(it.event()), lots.get(it.brought()))).map(Behind::event).collect(Collectors.toSet());
    }

    private static boolean shares(List<Link> one, List<Link> other) {
        var items = one.stream().map(Link::item).collect(Collectors.toSet());
        return other.stream().anyMatch(it -> items.contains(it.item()));
    }
}

package org.probity.supply.traceability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.probity.supply.traceability.Coverage.Gap;
import org.probity.supply.traceability.Coverage.Judged;
import org.probity.supply.traceability.Links.Link;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far lots are traced, by their own way up through rows of events, not through the books: each of the two can be held against the other. */
final class Grades {
    /** A path longer than this is no path of silicon. */
    private static final int LONGEST = 30;
    private static final long WHOLE = 1_000_000_000_000L;

    /** Shares of {@link #WHOLE}. */
    private record Grade(long mapped, long linked, long documented, long reconciled, Gap gap) {
        static final Grade NOTHING = new Grade(0, 0, 0, 0, Gap.NOT_TRACED);
        static final Grade ALL = new Grade(WHOLE, WHOLE, WHOLE, WHOLE, Gap.NONE);
        static final int WHOLLY = 4;

        /** The lowest grade that it does not wholly have, from nought. */
        int level() {
            return mapped < WHOLE ? 0 : linked < WHOLE ? 1 : documented < WHOLE ? 2 : reconciled < WHOLE ? 3 : WHOLLY;
        }

        long lowest() {
            return level() == 0 ? mapped : level() == 1 ? linked : level() == 2 ? documented : reconciled;
        }

        Grade noneAbove(Grade most) {
            return new Grade(Math.min(mapped, most.mapped), Math.min(linked, most.linked), Math.min(documented, most.documented), Math.min(reconciled, most.reconciled), gap);
        }
    }

    /**
     * One coming about of an item.
     *
     * @param grams of the item; nought where nobody weighed it
     * @param documented a document that the event names lies here
     * @param out grams that came out, scrap among them
     * @param closes whether what went in and what came out are both weighed and differ by no more than {@code within} thousandths
     */
    private record Made(long event, boolean named, boolean documented, long grams, long out, boolean closes, int within, Map<Integer, Long> inputs) {}

    private record Item(int number, Tier tier, boolean lot) {}

    /** A part of a whole, by mass. */
    private record Weighed(long grams, Grade grade) {}

    private final JdbcClient db;
    private final Links links;
    private final Map<Integer, Item> items = new HashMap<>();
    private final Map<Integer, List<Made>> made = new HashMap<>();
    private final Map<Integer, Grade> graded = new HashMap<>();

    Grades(JdbcClient db, Links links) {
        this.db = db;
        this.links = links;
    }

    /** @param used grams by lot */
    Map<Integer, Judged> of(Map<Integer, Long> used) {
        Collection<Integer> next = used.keySet();
        for (var level = 0; level < LONGEST && !next.isEmpty(); level++) {
            items.putAll(items(next));
            var came = made(next);
            made.putAll(came);
            next = came.values().stream().flatMap(List::stream).flatMap(it -> it.inputs().keySet().stream()).filter(it -> !items.containsKey(it)).collect(Collectors.toSet());
        }
        var all = new TreeMap<Integer, Judged>();
        used.forEach((item, grams) -> {
            var grade = grade(item, new HashSet<>());
            all.put(item, new Judged(item, grams, part(grams, grade.mapped()), part(grams, grade.linked()), part(grams, grade.documented()), part(grams, grade.reconciled()), grade.gap()));
        });
        return all;
    }

    /** Rounded down, so that only all of it is all. */
    private static long part(long grams, long share) {
        return BigInteger.valueOf(grams).multiply(BigInteger.valueOf(share)).divide(BigInteger.valueOf(WHOLE)).longValueExact();
    }

    /** Of a lot that several events made, by what each of them made; where one did not weigh it, no better than the worst of them. */
    private Grade grade(int number, Set<Integer> above) {
        var known = graded.get(number);
        if (known != null) {
            return known;
        }
        var it = items.get(number);
        var by = made.getOrDefault(number, List.of());
        if (it == null || by.isEmpty() || !above.add(number)) {
            return Grade.NOTHING;
        }
        var each = by.stream().map(one -> new Weighed(one.grams(), grade(it, one, above))).toList();
        above.remove(number);
        var whole = each.size() == 1 ? each.getFirst().grade() : mixed(each, each.stream().mapToLong(Weighed::grams).sum(), Gap.NONE);
        graded.put(number, whole);
        return whole;
    }

    private Grade grade(Item it, Made by, Set<Integer> above) {
        var grade = it.tier().isOrigin() && by.inputs().isEmpty() ? Grade.ALL : inputs(by, above);
        var mapped = by.named() ? grade.mapped() : 0;
        var linked = it.lot() ? Math.min(mapped, grade.linked()) : 0;
        var documented = by.documented() ? Math.min(linked, grade.documented()) : 0;
        var reconciled = by.closes() ? Math.min(documented, grade.reconciled()) : 0;
        var gap = mapped < WHOLE ? by.named() ? grade.gap() : Gap.NO_PLACE : linked < WHOLE ? Gap.NO_LOT : documented < WHOLE ? Gap.NO_DOCUMENT : reconciled < WHOLE ? Gap.NOT_RECONCILED : Gap.NONE;
        return new Grade(mapped, linked, documented, reconciled, gap);
    }

    /** By the mass of the inputs. More that came out than went in, beyond what a weighing may be off, came from nowhere. */
    private Grade inputs(Made by, Set<Integer> above) {
        if (by.inputs().isEmpty()) {
            return Grade.NOTHING;
        }
        var weighed = by.inputs().values().stream().mapToLong(it -> it).sum();
        var nowhere = by.out() - weighed > weighed * by.within() / 1000 && weighed > 0;
        return mixed(by.inputs().entrySet().stream().map(it -> new Weighed(it.getValue(), grade(it.getKey(), above))).toList(), nowhere ? by.out() : weighed, nowhere ? Gap.NOT_TRACED : Gap.NONE);
    }

    /** What nobody weighed beside others that were may be any part of it: no grade is higher than its own. @param missingOf why some of the whole is missing already */
    private static Grade mixed(List<Weighed> parts, long in, Gap missingOf) {
        long mapped = 0, linked = 0, documented = 0, reconciled = 0, worst = -1;
        var most = Grade.ALL;
        var level = missingOf == Gap.NONE ? Grade.WHOLLY : 0;
        var gap = missingOf;
        for (var it : parts) {
            var weight = in == 0 ? WHOLE / parts.size() : BigInteger.valueOf(it.grams()).multiply(BigInteger.valueOf(WHOLE)).divide(BigInteger.valueOf(in)).longValueExact();
            var grade = it.grade();
            if (it.grams() == 0) {
                most = most.noneAbove(grade);
            }
            mapped += part(weight, grade.mapped());
            linked += part(weight, grade.linked());
            documented += part(weight, grade.documented());
            reconciled += part(weight, grade.reconciled());
            // What keeps it from the lowest grade it lacks counts before what keeps it from a higher one.
            var missing = weight - part(weight, grade.lowest());
            if (grade.level() < level || grade.level() == level && missing > worst) {
                level = grade.level();
                worst = missing;
                gap = grade.gap();
            }
        }
        // All parts whole is whole: what the divisions left over is not a gap.
        return gap == Gap.NONE ? Grade.ALL : new Grade(mapped, linked, documented, reconciled, gap).noneAbove(most);
    }

    private Map<Integer, Item> items(Collection<Integer> numbers) {
        return db.sql("""
                SELECT item.number, coalesce((SELECT tier FROM traceability.article WHERE article.uri = item.article ORDER BY no DESC LIMIT 1), 'OTHER') AS tier, item.uri <> item.article OR item.uri LIKE 'urn:lot:%' AS lot
                  FROM traceability.item
                 WHERE item.number = ANY (:numbers)
                """)
                .param("numbers", numbers.toArray(Integer[]::new)).query(Item.class).list().stream().collect(Collectors.toMap(Item::number, it -> it));
    }

    /** Every transformation that made it and still counts, or every commissioning where there is none. */
    private Map<Integer, List<Made>> made(Collection<Integer> numbers) {
        var all = new HashMap<Integer, Map<Long, Made>>();
        var transformed = new HashSet<Integer>();
        var others = new HashMap<Integer, Set<Long>>();
        var making = links.making(Links.items(numbers));
        var documented = documented(making.stream().map(Link::event).collect(Collectors.toSet()));
        Links.bind(db.sql("""
                SELECT made.item, made.event, made.grams AS made_grams, made.kind, coalesce(sums.grams_out, 0) AS grams_out, made.within,
                       EXISTS (SELECT FROM traceability.place WHERE place.uri IN (made.read_point, made.biz_location)) AS named,
                       coalesce(made.kind <> 'TRANSFORMATION' OR abs(sums.grams_in - sums.grams_out) * 1000 <= sums.grams_in * made.within, false) AS closes,
                       input.item AS input, coalesce(input.grams, 0) AS grams
                  FROM (SELECT event_item.item, event_item.grams, event.id AS event, event.kind, event.scrap_grams, event.read_point, event.biz_location,
                               rule.at('traceability', 'closes-within', (event.happened_at AT TIME ZONE 'Asia/Shanghai')::date, 'infinity') AS within
                          FROM """ + Links.ROWS + """
                          JOIN traceability.event ON event.id = event_item.event
                         WHERE NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)) AS made
                  LEFT JOIN LATERAL (SELECT sum(grams) FILTER (WHERE role = 'I') AS grams_in,
                                            sum(grams) FILTER (WHERE role = 'O') + coalesce(made.scrap_grams, 0) AS grams_out
                                       FROM traceability.event_item WHERE event_item.event = made.event AND made.kind = 'TRANSFORMATION') AS sums ON true
                  LEFT JOIN traceability.event_item AS input ON input.event = made.event AND input.role = 'I'
                 ORDER BY made.item, made.event
                """), making)
                .query((RowCallbackHandler) row -> {
                    var item = row.getInt("item");
                    var event = row.getLong("event");
                    var it = all.computeIfAbsent(item, none -> new LinkedHashMap<>()).get(event);
                    if (it == null) {
                        it = new Made(event, row.getBoolean("named"), documented.contains(event), row.getLong("made_grams"), row.getLong("grams_out"), row.getBoolean("closes"), row.getInt("within"),
                                new LinkedHashMap<>());
                        all.get(item).put(event, it);
                        if (row.getString("kind").equals("TRANSFORMATION")) {
                            transformed.add(item);
                        } else {
                            others.computeIfAbsent(item, none -> new HashSet<>()).add(event);
                        }
                    }
                    var input = row.getInt("input");
                    if (!row.wasNull()) {
                        it.inputs().put(input, row.getLong("grams"));
                    }
                });
        transformed.forEach(item -> all.get(item).keySet().removeAll(others.getOrDefault(item, Set.of())));
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> List.copyOf(it.getValue().values())));
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

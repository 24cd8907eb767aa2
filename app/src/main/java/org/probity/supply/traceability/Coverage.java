package org.probity.supply.traceability;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much of the silicon that our plants used is traced, lot by lot, in four grades. A lot is looked at by its own way up: what was made of what, event by
 * event; of an input that is not traced, only its part of the mass is lost. What is found is written down where it differs from what stood there before, so
 * that it can be asked as known on any day.
 */
@Service
public class Coverage {
    /** A path longer than this is no path of silicon. */
    private static final int LONGEST = 30;
    /** In thousandths of what went in: by how much a step may fail to close and still count as reconciled. */
    private static final long CLOSES_WITHIN = 50;
    private static final long WHOLE = 1_000_000_000_000L;

    enum Gap { NONE, NOT_TRACED, NO_PLACE, NO_LOT, NO_DOCUMENT, NOT_RECONCILED }

    /** Grams of a lot by grade. @param gap what keeps most of it from the next grade */
    record Judged(int item, long grams, long mapped, long linked, long documented, long reconciled, Gap gap) {
        boolean same(Judged other) {
            return grams == other.grams && mapped == other.mapped && linked == other.linked && documented == other.documented && reconciled == other.reconciled && gap == other.gap;
        }
    }

    /** Shares of {@link #WHOLE}. */
    private record Grade(long mapped, long linked, long documented, long reconciled, Gap gap) {
        static final Grade NOTHING = new Grade(0, 0, 0, 0, Gap.NOT_TRACED);
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
     * How an item came about.
     *
     * @param documented a document that the event names lies here
     * @param out grams that came out, scrap among them
     * @param closes whether what went in and what came out are both weighed and differ by no more than {@link #CLOSES_WITHIN}
     */
    private record Made(long event, boolean named, boolean documented, long out, boolean closes, Map<Integer, Long> inputs) {}

    private record Item(int number, Tier tier, boolean lot) {}

    private final JdbcClient db;
    private final Links links;
    private final Log log;
    private final Clock clock;

    Coverage(JdbcClient db, Links links, Log log, Clock clock) {
        this.db = db;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /** Each day anew, since what a place is and which documents lie here changes without an event. */
    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        judge(begun.day().getYear());
        if (begun.day().getDayOfYear() <= 60) {
            judge(begun.day().getYear() - 1);
        }
    }

    /** Judges the lots of a year and writes down what changed. @return how many lots */
    @Transactional
    public int judge(int year) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability.coverage'))").query((row, n) -> n).list();
        var used = used(year);
        var found = judged(used);
        var before = before(year);
        before.keySet().stream().filter(it -> !found.containsKey(it)).forEach(it -> found.put(it, new Judged(it, 0, 0, 0, 0, 0, Gap.NONE)));
        var changed = found.values().stream().filter(it -> !before.containsKey(it.item()) ? it.grams() > 0 : !it.same(before.get(it.item()))).toList();
        if (!changed.isEmpty()) {
            write(year, changed);
        }
        return used.size();
    }

    private void write(int year, List<Judged> changed) {
        var id = UUID.randomUUID();
        var last = db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single();
        var record = log.recordBatch("traceability.judged", LocalDate.now(clock), Map.of("judgement", id.toString(), "year", year, "events", last),
                changed.stream().map(it -> new TreeMap<>(Map.of("item", it.item(), "grams", it.grams(), "mapped", it.mapped(), "linked", it.linked(), "documented", it.documented(),
                        "reconciled", it.reconciled()))).toList());
        db.sql("INSERT INTO traceability.judgement (id, year, events, at, record) VALUES (:id, :year, :events, :at, :record)")
                .param("id", id).param("year", year).param("events", last).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
        db.sql("""
                INSERT INTO traceability.judged (judgement, item, year, grams, mapped, linked, documented, reconciled, gap)
                SELECT :id, item, :year, grams, mapped, linked, documented, reconciled, gap
                  FROM unnest(:items, :grams, :mapped, :linked, :documented, :reconciled, :gaps) AS each (item, grams, mapped, linked, documented, reconciled, gap)
                """)
                .param("id", id).param("year", year).param("items", changed.stream().map(Judged::item).toArray(Integer[]::new))
                .param("grams", longs(changed, Judged::grams)).param("mapped", longs(changed, Judged::mapped)).param("linked", longs(changed, Judged::linked))
                .param("documented", longs(changed, Judged::documented)).param("reconciled", longs(changed, Judged::reconciled))
                .param("gaps", changed.stream().map(it -> it.gap().name()).toArray(String[]::new))
                .update();
    }

    private static Long[] longs(List<Judged> changed, java.util.function.ToLongFunction<Judged> of) {
        return changed.stream().mapToLong(of).boxed().toArray(Long[]::new);
    }

    private Map<Integer, Judged> before(int year) {
        return db.sql("SELECT item, grams, mapped, linked, documented, reconciled, gap FROM traceability.judged_at(:year, 'infinity') AS judged").param("year", year)
                .query(Judged.class).list().stream().collect(Collectors.toMap(Judged::item, it -> it));
    }

    /** Grams of rods and silicon materials of others that a plant of ours used up in the year, by lot. */
    private Map<Integer, Long> used(int year) {
        var used = new LinkedHashMap<Integer, Long>();
        db.sql("SELECT item, sum(grams)::bigint AS grams FROM traceability.used(:from, :until, 'infinity') AS used GROUP BY item ORDER BY item")
                .param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year, 12, 31))
                .query((RowCallbackHandler) row -> used.put(row.getInt("item"), row.getLong("grams")));
        return used;
    }

    private Map<Integer, Judged> judged(Map<Integer, Long> used) {
        var made = new HashMap<Integer, Made>();
        var items = new HashMap<Integer, Item>();
        var next = used.keySet();
        for (var level = 0; level < LONGEST && !next.isEmpty(); level++) {
            items.putAll(items(next));
            var came = made(next);
            made.putAll(came);
            next = came.values().stream().flatMap(it -> it.inputs().keySet().stream()).filter(it -> !items.containsKey(it)).collect(Collectors.toSet());
        }
        var graded = new HashMap<Integer, Grade>();
        var all = new TreeMap<Integer, Judged>();
        used.forEach((item, grams) -> {
            var grade = grade(item, items, made, graded, new HashSet<>());
            all.put(item, new Judged(item, grams, part(grams, grade.mapped()), part(grams, grade.linked()), part(grams, grade.documented()), part(grams, grade.reconciled()), grade.gap()));
        });
        return all;
    }

    /** Rounded down, so that only all of it is all. */
    private static long part(long grams, long share) {
        return BigInteger.valueOf(grams).multiply(BigInteger.valueOf(share)).divide(BigInteger.valueOf(WHOLE)).longValueExact();
    }

    private static Grade grade(int number, Map<Integer, Item> items, Map<Integer, Made> made, Map<Integer, Grade> graded, Set<Integer> above) {
        var known = graded.get(number);
        if (known != null) {
            return known;
        }
        var it = items.get(number);
        var by = made.get(number);
        if (it == null || by == null || !above.add(number)) {
            return Grade.NOTHING;
        }
        var grade = it.tier().isOrigin() ? new Grade(WHOLE, WHOLE, WHOLE, WHOLE, Gap.NONE) : mixed(by, items, made, graded, above);
        above.remove(number);
        var mapped = by.named() ? grade.mapped() : 0;
        var linked = it.lot() ? Math.min(mapped, grade.linked()) : 0;
        var documented = by.documented() ? Math.min(linked, grade.documented()) : 0;
        var reconciled = by.closes() ? Math.min(documented, grade.reconciled()) : 0;
        var gap = mapped < WHOLE ? by.named() ? grade.gap() : Gap.NO_PLACE : linked < WHOLE ? Gap.NO_LOT : documented < WHOLE ? Gap.NO_DOCUMENT : reconciled < WHOLE ? Gap.NOT_RECONCILED : Gap.NONE;
        var whole = new Grade(mapped, linked, documented, reconciled, gap);
        graded.put(number, whole);
        return whole;
    }

    /**
     * By the mass of the inputs. More that came out than went in, beyond what a weighing may be off, came from nowhere. An input that nobody weighed beside others
     * that were may be any part of it: no grade is higher than its own.
     */
    private static Grade mixed(Made by, Map<Integer, Item> items, Map<Integer, Made> made, Map<Integer, Grade> graded, Set<Integer> above) {
        if (by.inputs().isEmpty()) {
            return Grade.NOTHING;
        }
        var weighed = by.inputs().values().stream().mapToLong(it -> it).sum();
        var nowhere = by.out() - weighed > weighed * CLOSES_WITHIN / 1000 && weighed > 0;
        var in = nowhere ? by.out() : weighed;
        long mapped = 0, linked = 0, documented = 0, reconciled = 0, worst = -1;
        var most = new Grade(WHOLE, WHOLE, WHOLE, WHOLE, Gap.NONE);
        var level = nowhere ? 0 : Grade.WHOLLY;
        var gap = nowhere ? Gap.NOT_TRACED : Gap.NONE;
        for (var input : by.inputs().entrySet()) {
            var weight = in == 0 ? WHOLE / by.inputs().size() : BigInteger.valueOf(input.getValue()).multiply(BigInteger.valueOf(WHOLE)).divide(BigInteger.valueOf(in)).longValueExact();
            var grade = grade(input.getKey(), items, made, graded, above);
            if (in > 0 && input.getValue() == 0) {
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
        // All inputs whole is whole: what the divisions left over is not a gap.
        return gap == Gap.NONE ? new Grade(WHOLE, WHOLE, WHOLE, WHOLE, gap) : new Grade(mapped, linked, documented, reconciled, gap).noneAbove(most);
    }

    private Map<Integer, Item> items(Collection<Integer> numbers) {
        return db.sql("""
                SELECT item.number, coalesce((SELECT tier FROM traceability.article WHERE article.uri = item.article ORDER BY no DESC LIMIT 1), 'OTHER') AS tier, item.uri <> item.article OR item.uri LIKE 'urn:lot:%' AS lot
                  FROM traceability.item
                 WHERE item.number = ANY (:numbers)
                """)
                .param("numbers", numbers.toArray(Integer[]::new)).query(Item.class).list().stream().collect(Collectors.toMap(Item::number, it -> it));
    }

    /** The first event that made each: a transformation, or a commissioning where there is none. */
    private Map<Integer, Made> made(Collection<Integer> numbers) {
        var made = new HashMap<Integer, Made>();
        Links.bind(db.sql("""
                SELECT made.item, made.event, made.named, made.documented, coalesce(sums.grams_out, 0) AS grams_out,
                       coalesce(made.kind <> 'TRANSFORMATION' OR abs(sums.grams_in - sums.grams_out) * 1000 <= sums.grams_in * :within, false) AS closes,
                       input.item AS input, coalesce(input.grams, 0) AS grams
                  FROM (SELECT DISTINCT ON (event_item.item) event_item.item, event.id AS event, event.kind, event.scrap_grams,
                               EXISTS (SELECT FROM traceability.place WHERE place.uri IN (event.read_point, event.biz_location)) AS named,
                               EXISTS (SELECT FROM traceability.event_document JOIN traceability.document USING (uri) WHERE event_document.event = event.id) AS documented
                          FROM """ + Links.ROWS + """
                          JOIN traceability.event ON event.id = event_item.event
                         WHERE NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                         ORDER BY event_item.item, event.kind = 'TRANSFORMATION' DESC, event.happened_at, event.id) AS made
                  LEFT JOIN LATERAL (SELECT sum(grams) FILTER (WHERE role = 'I') AS grams_in,
                                            sum(grams) FILTER (WHERE role = 'O') + coalesce(made.scrap_grams, 0) AS grams_out
                                       FROM traceability.event_item WHERE event_item.event = made.event AND made.kind = 'TRANSFORMATION') AS sums ON true
                  LEFT JOIN traceability.event_item AS input ON input.event = made.event AND input.role = 'I'
                """), links.making(Links.items(numbers)))
                .param("within", CLOSES_WITHIN)
                .query((RowCallbackHandler) row -> {
                    var it = made.get(row.getInt("item"));
                    if (it == null) {
                        it = one(row);
                        made.put(row.getInt("item"), it);
                    }
                    var input = row.getInt("input");
                    if (!row.wasNull()) {
                        it.inputs().put(input, row.getLong("grams"));
                    }
                });
        return made;
    }

    private static Made one(ResultSet row) throws SQLException {
        return new Made(row.getLong("event"), row.getBoolean("named"), row.getBoolean("documented"), row.getLong("grams_out"), row.getBoolean("closes"), new LinkedHashMap<>());
    }

    /** The lots of a year that are not wholly linked, the heaviest gap first. */
    record Line(int item, String uri, @Nullable String place, long grams, long mapped, long linked, long documented, long reconciled, Gap gap) {
        long missing() {
            return grams - linked;
        }
    }

    List<Line> gaps(int year, int limit, long offset) {
        return db.sql("""
                SELECT judged.item, item.uri, NULL::text AS place, judged.grams, judged.mapped, judged.linked, judged.documented, judged.reconciled, judged.gap
                  FROM traceability.judged_at(:year, 'infinity') AS judged
                  JOIN traceability.item ON item.number = judged.item
                 ORDER BY judged.grams - judged.linked DESC, judged.grams - judged.reconciled DESC, judged.item
                 LIMIT :limit OFFSET :offset
                """)
                .param("year", year).param("limit", limit).param("offset", offset).query(Line.class).list();
    }

    /** The lot that a row of a figure is about. */
    Optional<Integer> lot(UUID subject) {
        return db.sql("SELECT DISTINCT item FROM traceability.judged WHERE md5('traceability.item ' || item)::uuid = :subject").param("subject", subject).query(Integer.class).optional();
    }

    /** All lots of a year together. */
    record Sum(long lots, long grams, long mapped, long linked, long documented, long reconciled) {}

    Sum sum(int year) {
        return db.sql("""
                SELECT count(*) AS lots, coalesce(sum(grams), 0)::bigint AS grams, coalesce(sum(mapped), 0)::bigint AS mapped, coalesce(sum(linked), 0)::bigint AS linked,
                       coalesce(sum(documented), 0)::bigint AS documented, coalesce(sum(reconciled), 0)::bigint AS reconciled
                  FROM traceability.judged_at(:year, 'infinity') AS judged
                """)
                .param("year", year).query(Sum.class).single();
    }

    List<Integer> years() {
        return new ArrayList<>(db.sql("SELECT DISTINCT year FROM traceability.judgement ORDER BY year DESC").query(Integer.class).list());
    }
}

package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Items.Site;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The account of each site and month: what went in, what came out, scrap, and what stayed in pools or is not explained. The difference has a name in the book and is never
 * spread over what is known. Months are those of the plants, in China Standard Time.
 */
@Service
class Reconciliation {
    /**
     * In units of the book.
     *
     * @param unaccounted what no event explains: above nought more came out than went in
     * @param unweighed inputs and outputs whose mass no event says
     * @param charged bought rods and silicon that went in, by the events @param stated the same by the plant's own books
     */
    record Line(String place, Optional<Site> site, long events, long in, long out, long scrap, long unaccounted, long unweighed, @Nullable BigDecimal charged, @Nullable BigDecimal stated) {
        /** What stayed: in silos, crucibles and bins. */
        long stayed() {
            return in - out - scrap + unaccounted;
        }

        /** Kilograms by which the events differ from the plant's own books; nothing where one of them is silent. */
        Optional<BigDecimal> differs() {
            return charged == null || stated == null ? Optional.empty() : Optional.of(charged.subtract(stated));
        }
    }

    /** @param stock what is in it now */
    record Pool(int item, String uri, String place, Optional<Site> site, long in, long out, long movements, long stock, boolean fifo) {}

    record Account(YearMonth month, List<Line> lines, List<Pool> pools) {}

    private record Flowed(String place, long events, long scrap, long masses_in, long masses_out, long unweighed) {}

    private record Poured(int item, String uri, String place, long masses_in, long masses_out, long movements, boolean fifo) {}

    private static final String MONTH = """
             event.kind = 'TRANSFORMATION' AND event.material = :material
               AND event.happened_at >= CAST(:first AS timestamp) AT TIME ZONE 'Asia/Shanghai' AND event.happened_at < CAST(:next AS timestamp) AT TIME ZONE 'Asia/Shanghai'
               AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
            """;

    private final MaterialBooks books;
    private final Items items;
    private final JdbcClient db;

    Reconciliation(MaterialBooks books, Items items, JdbcClient db) {
        this.books = books;
        this.items = items;
        this.db = db;
    }

    /** Months of which there may be something, newest first. */
    List<YearMonth> months(int limit) {
        var span = db.sql("""
                SELECT to_char(min(happened_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS first, to_char(max(happened_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS last FROM traceability.event
                """).query((row, n) -> row.getString(1) == null ? null : List.of(YearMonth.parse(row.getString(1)), YearMonth.parse(row.getString(2)))).list().stream().filter(Objects::nonNull).findFirst();
        return span.map(it -> java.util.stream.Stream.iterate(it.getLast(), month -> !month.isBefore(it.getFirst()), month -> month.minusMonths(1)).limit(limit).toList()).orElse(List.of());
    }

    Account of(YearMonth month, String material) {
        var lines = db.sql("""
                SELECT place, count(*) AS events, coalesce(sum(scrap), 0)::bigint AS scrap, coalesce(sum(masses_in), 0)::bigint AS masses_in, coalesce(sum(masses_out), 0)::bigint AS masses_out,
                       coalesce(sum(unweighed), 0)::bigint AS unweighed
                  FROM (SELECT event.id, coalesce(event.biz_location, event.read_point, '') AS place, max(event.scrap_grams) AS scrap,
                               sum(named.grams) FILTER (WHERE named.role = 'I') AS masses_in, sum(named.grams) FILTER (WHERE named.role = 'O') AS masses_out,
                               count(*) FILTER (WHERE named.role IN ('I', 'O') AND named.grams IS NULL) AS unweighed
                          FROM traceability.event
                          CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named
                         WHERE
                """ + MONTH + """
                         GROUP BY event.id) AS each
                 GROUP BY place
                 ORDER BY masses_in DESC NULLS LAST, place
                """).param("material", material).param("first", month.atDay(1)).param("next", month.plusMonths(1).atDay(1)).query(Flowed.class).list();
        var pools = db.sql("""
                SELECT item.number AS item, item.uri, max(coalesce(event.biz_location, event.read_point, '')) AS place, coalesce(sum(named.grams) FILTER (WHERE named.role = 'I'), 0)::bigint AS masses_in,
                       coalesce(sum(named.grams) FILTER (WHERE named.role = 'O'), 0)::bigint AS masses_out, count(DISTINCT event.id) AS movements, bool_or(event.sharing = 'fifo') AS fifo
                  FROM traceability.event
                  CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named
                  JOIN traceability.item ON item.key = traceability.item_key(event.pool) AND item.uri = event.pool
                 WHERE event.pool IS NOT NULL AND
                """ + MONTH + """
                 GROUP BY item.number, item.uri
                 ORDER BY masses_in DESC, item.number
                 LIMIT 200
                """).param("material", material).param("first", month.atDay(1)).param("next", month.plusMonths(1).atDay(1)).query(Poured.class).list();
        var places = new HashSet<String>();
        lines.forEach(it -> places.add(it.place()));
        pools.forEach(it -> places.add(it.place()));
        var sites = items.sites(places);
        var unaccounted = unaccounted(month, material);
        var charged = charged(month, material);
        var stated = stated(month, material);
        var stock = books.ask(material, shelf -> pools.stream().collect(Collectors.toMap(Poured::item, it -> shelf.book.stock(it.item())))).orElse(Map.of());
        return new Account(month, lines.stream().map(it -> new Line(it.place(), Optional.ofNullable(sites.get(it.place())), it.events(), it.masses_in(), it.masses_out(), it.scrap(),
                unaccounted.getOrDefault(it.place(), 0L), it.unweighed(), charged.get(it.place()), stated.get(it.place()))).toList(),
                pools.stream().map(it -> new Pool(it.item(), it.uri(), it.place(), Optional.ofNullable(sites.get(it.place())), it.masses_in(), it.masses_out(), it.movements(),
                        stock.getOrDefault(it.item(), 0L), it.fifo())).toList());
    }

    /** What the book could not close, by place. */
    private Map<String, Long> unaccounted(YearMonth month, String material) {
        var differences = books.ask(material, shelf -> List.copyOf(shelf.differences)).orElse(List.of()).stream().collect(Collectors.toMap(Shelf.Difference::event, Shelf.Difference::unaccounted, Long::sum));
        var by = new HashMap<String, Long>();
        db.sql("SELECT event.id, coalesce(event.biz_location, event.read_point, '') AS place FROM traceability.event WHERE event.id = ANY (:events) AND" + MONTH)
                .param("events", differences.keySet().toArray(Long[]::new)).param("material", material).param("first", month.atDay(1)).param("next", month.plusMonths(1).atDay(1))
                .query((RowCallbackHandler) row -> by.merge(row.getString("place"), differences.get(row.getLong("id")), Long::sum));
        return by;
    }

    /** Only silicon is held against what plants say. */
    private Map<String, BigDecimal> charged(YearMonth month, String material) {
        var by = new HashMap<String, BigDecimal>();
        if (material.equals(Reading.SILICON)) {
            db.sql("SELECT site, sum(grams)::numeric / 1000 AS kilograms FROM traceability.used(:first, :last, 'infinity') AS used GROUP BY site").param("first", month.atDay(1)).param("last", month.atEndOfMonth())
                    .query((RowCallbackHandler) row -> by.put(row.getString("site"), row.getBigDecimal("kilograms")));
        }
        return by;
    }

    private Map<String, BigDecimal> stated(YearMonth month, String material) {
        var by = new TreeMap<String, BigDecimal>();
        if (material.equals(Reading.SILICON)) {
            db.sql("SELECT site, kilograms FROM traceability.stated_at('infinity') AS stated WHERE month = :first").param("first", month.atDay(1))
                    .query((RowCallbackHandler) row -> by.put(row.getString("site"), row.getBigDecimal("kilograms")));
        }
        return by;
    }
}

package org.probity.supply.traceability;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.DigitalLink;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The names behind the numbers of the books: what an item is, who made it where, and how whoever made it stands. */
@Service
class Items {
    private static final int AT_ONCE = 50_000;
    private static final String LOADS = "https://id.gs1.org/00/";

    /**
     * An item as pages show it.
     *
     * @param place where it was made; nothing where no event says
     * @param made by which event
     */
    record Item(int number, String uri, String article, Tier tier, @Nullable String nameEn, @Nullable String nameZh, @Nullable String place, @Nullable OffsetDateTime madeAt, @Nullable Long made) {
        Item {
            // A number of GS1 for loads says by itself that it is one.
            tier = tier == Tier.OTHER && uri.startsWith(LOADS) ? Tier.PACKAGE : tier;
        }

        /** The last part of its address: what people call it. */
        String shortName() {
            return Spelling.last(uri);
        }

        private Item madeBy(Making it) {
            return new Item(number, uri, article, tier, nameEn, nameZh, it.place(), it.at(), it.event());
        }

        Optional<String> article(Lang lang) {
            return Optional.ofNullable(lang == Lang.EN ? nameEn : nameZh);
        }
    }

    /** A site, and how its owner stands. @param barred a ban is in force @param alert a list alerts @param risk the band of risk to people; nothing where nobody asked */
    record Site(
            String uri, String nameEn, String nameZh, String whose, @Nullable UUID supplier, @Nullable String number, @Nullable String supplierEn, @Nullable String supplierZh, String country,
            String region, boolean barred, boolean alert, @Nullable String risk) {
        /** As a person may see it: an alert that nobody has judged is of those who work with alerts. */
        Site as(Me me) {
            return alert && !Listed.seesAlerts(me) ? new Site(uri, nameEn, nameZh, whose, supplier, number, supplierEn, supplierZh, country, region, barred, false, risk) : this;
        }

        String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }

        Optional<String> owner(Lang lang) {
            return Optional.ofNullable(lang == Lang.EN ? supplierEn : supplierZh);
        }
    }

    private static final String SELECT = """
            SELECT item.number, item.uri, item.article, coalesce(article.tier, 'OTHER') AS tier, article.name_en, article.name_zh,
                   NULL::text AS place, NULL::timestamptz AS made_at, NULL::bigint AS made
              FROM traceability.item
              LEFT JOIN LATERAL (SELECT tier, name_en, name_zh FROM traceability.article WHERE article.uri = item.article ORDER BY no DESC LIMIT 1) AS article ON true
            """;

    private final JdbcClient db;
    private final Links links;
    private final MaterialBooks books;
    private final Clock clock;

    Items(JdbcClient db, Links links, MaterialBooks books, Clock clock) {
        this.db = db;
        this.links = links;
        this.books = books;
        this.clock = clock;
    }

    Optional<Item> find(int number) {
        return made(db.sql(SELECT + " WHERE item.number = :number").param("number", number)).stream().findFirst();
    }

    /** By its name, however it is written. */
    Optional<Item> find(String name) {
        var uri = DigitalLink.canonical(name.strip());
        return made(db.sql(SELECT + " WHERE item.key = ANY (:keys) AND item.uri = :uri").param("keys", ItemKey.of(List.of(uri))).param("uri", uri)).stream().findFirst();
    }

    /** Those whose address ends with these words, such as a serial number or the name that a partner gave, or is that of an article. */
    List<Item> search(String words, int limit) {
        var sought = words.strip();
        if (sought.isEmpty()) {
            return made(db.sql(SELECT + " ORDER BY item.number DESC LIMIT :limit").param("limit", limit));
        }
        var exact = find(sought).or(() -> find(Tables.address(sought)));
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        var written = ending(sought, limit).stream();
        var spelt = Tables.address(sought).substring(Tables.address(sought).equals(sought) ? 0 : Tables.LOT.length());
        var ending = spelt.equals(sought) ? written : Stream.concat(written, ending(spelt, limit).stream());
        return of(Stream.concat(ending, ofArticle(sought, limit).stream()).distinct().sorted(Comparator.reverseOrder()).limit(limit).toList()).reversed();
    }

    private List<Integer> ending(String words, int limit) {
        return db.sql("SELECT number FROM traceability.item WHERE key BETWEEN :least AND :most AND uri LIKE :ending ORDER BY number DESC LIMIT :limit")
                .param("least", ItemKey.ending(words, false)).param("most", ItemKey.ending(words, true)).param("ending", "%" + literally(words)).param("limit", limit)
                .query(Integer.class).list();
    }

    /** The newest first. The books know them by heart; while they are being read, the rows are walked. */
    private List<Integer> ofArticle(String uri, int limit) {
        if (db.sql("SELECT count(*) FROM traceability.seen WHERE kind = 'ARTICLE' AND uri = :uri").param("uri", uri).query(Long.class).single() == 0) {
            return List.of();
        }
        return books.ask(Reading.SILICON, shelf -> shelf.names.newest(uri, limit))
                .orElseGet(() -> db.sql("SELECT number FROM traceability.item WHERE article = :uri ORDER BY number DESC LIMIT :limit").param("uri", uri).param("limit", limit).query(Integer.class).list());
    }

    private static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    List<Item> of(Collection<Integer> numbers) {
        return made(db.sql(SELECT + " WHERE item.number = ANY (:numbers) ORDER BY item.number").param("numbers", numbers.toArray(Integer[]::new)));
    }

    /** What an item is called, however it is written: its number, where it came up. */
    int[] numbers(Collection<String> uris) {
        return db.sql("SELECT number FROM traceability.item WHERE key = ANY (:keys) AND uri = ANY (:uris) ORDER BY number").param("keys", ItemKey.of(uris))
                .param("uris", uris.toArray(String[]::new)).query(Integer.class).list().stream().mapToInt(it -> it).toArray();
    }

    private record Making(int item, long event, @Nullable String place, OffsetDateTime at) {}

    /** With what made each: the first transformation that counts, or the first event that says it is there. */
    private List<Item> made(JdbcClient.StatementSpec asked) {
        var found = asked.query(Item.class).list();
        var made = Links.bind(db.sql("""
                SELECT DISTINCT ON (named.item) named.item, event.id AS event, coalesce(event.biz_location, event.read_point) AS place, event.happened_at AS at
                  FROM """ + Links.ROWS + """
                  JOIN traceability.event ON event.id = named.event
                 WHERE NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY named.item, event.kind = 'TRANSFORMATION' DESC, event.id
                """), links.making(found.stream().mapToInt(Item::number).toArray()))
                .query(Making.class).list().stream().collect(Collectors.toMap(Making::item, it -> it));
        return found.stream().map(it -> made.containsKey(it.number()) ? it.madeBy(made.get(it.number())) : it).toList();
    }

    /** In their order, a part at a time. */
    List<Item> of(int[] numbers, int limit, long offset) {
        var part = Arrays.stream(numbers).skip(offset).limit(limit).boxed().toList();
        var found = of(part).stream().collect(Collectors.toMap(Item::number, it -> it));
        return part.stream().map(found::get).toList();
    }

    /** Everything about many, however many. */
    Map<Integer, Item> all(int[] numbers) {
        var all = new HashMap<Integer, Item>();
        for (var from = 0; from < numbers.length; from += AT_ONCE) {
            of(Arrays.stream(numbers, from, Math.min(numbers.length, from + AT_ONCE)).boxed().toList()).forEach(it -> all.put(it.number(), it));
        }
        return all;
    }

    /** How sites stand today. */
    Map<String, Site> sites(Collection<String> uris) {
        var all = new HashMap<String, Site>();
        db.sql("""
                SELECT place.uri, place.name_en, place.name_zh, place.whose, place.supplier, name.number, name.name_en AS supplier_en, name.name_zh AS supplier_zh, place.country, place.region,
                       EXISTS (SELECT FROM blacklist.barred WHERE barred.supplier = place.supplier AND barred.in_force @> :today) AS barred,
                       EXISTS (SELECT FROM screening.standing WHERE standing.supplier = place.supplier AND standing.state IN ('OPEN', 'TRUE_HIT')) AS alert,
                       (SELECT max(band) FROM esg.risk_in_force AS risk WHERE risk.supplier = place.supplier AND risk.pillar = 'S') AS risk
                  FROM traceability.places('infinity') AS place
                  LEFT JOIN supplier.name ON name.id = place.supplier
                 WHERE place.uri = ANY (:uris)
                """)
                .param("today", LocalDate.now(clock)).param("uris", uris.toArray(String[]::new))
                .query(Site.class).list().forEach(it -> all.put(it.uri(), it));
        return all;
    }

    /** Addresses by number, and nothing else of them. */
    Map<Integer, String> names(Collection<Integer> numbers) {
        var names = new HashMap<Integer, String>();
        db.sql("SELECT number, uri FROM traceability.item WHERE number = ANY (:numbers)").param("numbers", numbers.toArray(Integer[]::new))
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> names.put(row.getInt("number"), row.getString("uri")));
        return names;
    }

    List<String> uris(List<Integer> numbers) {
        var uris = new ArrayList<String>();
        of(numbers).forEach(it -> uris.add(it.uri()));
        return uris;
    }
}

package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.DigitalLink;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who and where the addresses in events are, and what article numbers stand for. Said by people, in rows; the last one said counts. */
@Service
public class Places {
    static final int LINE_LONGEST = 300;

    public enum Whose { OURS, SUPPLIER, OTHER }

    /** As it was typed. @param region the part of ISO 3166-2 behind the country; empty where nobody knows */
    public record Said(String uri, String nameEn, String nameZh, Whose whose, Optional<UUID> supplier, String country, String region) {
        public Said {
            uri = DigitalLink.canonical(uri.strip());
            nameEn = nameEn.strip();
            nameZh = nameZh.strip();
            country = country.strip();
            region = region.strip();
        }
    }

    /** What an article number stands for. */
    public record Article(String uri, String tier, String nameEn, String nameZh) {
        public Article {
            uri = DigitalLink.canonical(uri.strip());
            nameEn = nameEn.strip();
            nameZh = nameZh.strip();
        }
    }

    /** An address that events name, with what was said of it. */
    record Line(String uri, @Nullable String nameEn, @Nullable String nameZh, @Nullable String whose, @Nullable UUID supplier, @Nullable String supplierEn, @Nullable String supplierZh,
            String country, String region, long events) {
        boolean said() {
            return whose != null;
        }

        String name(Lang lang) {
            var name = lang == Lang.EN ? nameEn : nameZh;
            return name == null ? "" : name;
        }

        String owner(Lang lang) {
            var name = lang == Lang.EN ? supplierEn : supplierZh;
            return name == null ? "" : name;
        }
    }

    /** An article that items have, with what was said of it. */
    record Kind(String uri, @Nullable String tier, @Nullable String nameEn, @Nullable String nameZh, long items) {
        String name(Lang lang) {
            var name = lang == Lang.EN ? nameEn : nameZh;
            return name == null ? "" : name;
        }
    }

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Places(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Says what an address stands for, from now on.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.uri-missing} none, or no address; {@code traceability.names-missing} in either language;
     * {@code traceability.words-long}; {@code traceability.country-wrong}; {@code traceability.region-wrong}; {@code traceability.supplier-missing} a supplier's place
     * without the supplier, or another's with one; {@code traceability.supplier-unknown}.
     */
    @Transactional
    public Answer<String> say(Said it, Me by) {
        if (!by.is(Role.BUYER) && !by.is(Role.SOURCING_OFFICER) && !by.is(Role.QUALITY) && !by.is(Role.PROCESS)) {
            return Answer.refused("", "traceability.not-yours");
        }
        var reasons = named(it.uri(), it.nameEn(), it.nameZh());
        if (!it.country().matches("[A-Z]{2}")) {
            reasons.add(new Reason("country", "traceability.country-wrong", List.of()));
        }
        if (!it.region().matches("([A-Z0-9]{1,3})?")) {
            reasons.add(new Reason("region", "traceability.region-wrong", List.of()));
        }
        if ((it.whose() == Whose.SUPPLIER) != it.supplier().isPresent()) {
            reasons.add(new Reason("supplier", "traceability.supplier-missing", List.of()));
        }
        if (it.supplier().isPresent() && db.sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", it.supplier().get()).query(Long.class).single() == 0) {
            reasons.add(new Reason("supplier", "traceability.supplier-unknown", List.of()));
        }
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        lock(it.uri());
        var record = log.record("traceability.place", LocalDate.now(clock), Map.of("uri", it.uri(), "whose", it.whose().name(), "supplier", it.supplier().map(UUID::toString).orElse(""),
                "country", it.country(), "region", it.region()));
        db.sql("""
                INSERT INTO traceability.place (uri, no, name_en, name_zh, whose, supplier, country, region, said_by, said_at, record)
                VALUES (:uri, (SELECT coalesce(max(no), 0) + 1 FROM traceability.place WHERE uri = :uri), :en, :zh, :whose, :supplier, :country, :region, :by, :at, :record)
                """)
                .param("uri", it.uri()).param("en", it.nameEn()).param("zh", it.nameZh()).param("whose", it.whose().name()).param("supplier", it.supplier().orElse(null), Types.OTHER)
                .param("country", it.country()).param("region", it.region()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(it.uri());
    }

    /**
     * Says what an article number stands for, from now on.
     *
     * <p>Refusals: those of names in {@link #say}; {@code traceability.tier-missing}.
     */
    @Transactional
    public Answer<String> call(Article it, Me by) {
        if (!by.is(Role.BUYER) && !by.is(Role.SOURCING_OFFICER) && !by.is(Role.QUALITY) && !by.is(Role.PROCESS)) {
            return Answer.refused("", "traceability.not-yours");
        }
        var reasons = named(it.uri(), it.nameEn(), it.nameZh());
        if (java.util.Arrays.stream(Tier.values()).noneMatch(tier -> tier.name().equals(it.tier()))) {
            reasons.add(new Reason("tier", "traceability.tier-missing", List.of()));
        }
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        lock(it.uri());
        var record = log.record("traceability.article", LocalDate.now(clock), Map.of("uri", it.uri(), "tier", it.tier()));
        db.sql("""
                INSERT INTO traceability.article (uri, no, tier, name_en, name_zh, said_by, said_at, record)
                VALUES (:uri, (SELECT coalesce(max(no), 0) + 1 FROM traceability.article WHERE uri = :uri), :tier, :en, :zh, :by, :at, :record)
                """)
                .param("uri", it.uri()).param("tier", it.tier()).param("en", it.nameEn()).param("zh", it.nameZh()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(it.uri());
    }

    /**
     * Says how much a plant charged in a month, out of its own books.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.site-missing} no place of ours; {@code traceability.month-wrong}; {@code traceability.kilograms-wrong};
     * {@code traceability.source-missing}; {@code traceability.words-long}.
     */
    @Transactional
    public Answer<UUID> state(String site, String month, String kilograms, String source, Me by) {
        if (!by.is(Role.PROCESS) && !by.is(Role.QUALITY) && !by.is(Role.SOURCING_OFFICER)) {
            return Answer.refused("", "traceability.not-yours");
        }
        var reasons = new ArrayList<Reason>();
        if (db.sql("SELECT count(*) FROM traceability.places('infinity') AS place WHERE uri = :uri AND whose = 'OURS'").param("uri", site).query(Long.class).single() == 0) {
            reasons.add(new Reason("site", "traceability.site-missing", List.of()));
        }
        if (!month.strip().matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            reasons.add(new Reason("month", "traceability.month-wrong", List.of()));
        }
        if (!kilograms.strip().matches("[0-9]{1,12}(\\.[0-9]{1,3})?")) {
            reasons.add(new Reason("kilograms", "traceability.kilograms-wrong", List.of()));
        }
        if (source.isBlank()) {
            reasons.add(new Reason("source", "traceability.source-missing", List.of()));
        }
        if (source.strip().length() > LINE_LONGEST) {
            reasons.add(new Reason("source", "traceability.words-long", List.of(LINE_LONGEST)));
        }
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var id = UUID.randomUUID();
        var first = LocalDate.parse(month.strip() + "-01");
        var record = log.record("traceability.stated", first, Map.of("stated", id.toString(), "site", site, "month", month.strip(), "kilograms", kilograms.strip()));
        db.sql("""
                INSERT INTO traceability.stated (id, site, month, kilograms, source, said_by, said_at, record)
                VALUES (:id, :site, :month, :kilograms, :source, :by, :at, :record)
                """)
                .param("id", id).param("site", site).param("month", first).param("kilograms", new BigDecimal(kilograms.strip())).param("source", source.strip())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    BigDecimal stated(int year) {
        return db.sql("SELECT coalesce(sum(kilograms), 0) FROM traceability.stated_at('infinity') AS stated WHERE extract(year FROM month) = :year").param("year", year)
                .query(BigDecimal.class).single();
    }

    /** Those that were named, and those that events name and nobody did, which come first. */
    List<Line> page(int limit, long offset) {
        return db.sql("""
                SELECT named.uri, place.name_en, place.name_zh, place.whose, place.supplier, name.name_en AS supplier_en, name.name_zh AS supplier_zh, coalesce(place.country, '') AS country,
                       coalesce(place.region, '') AS region, named.events
                  FROM (SELECT uri, sum(events)::bigint AS events
                          FROM (SELECT coalesce(biz_location, read_point) AS uri, count(*) AS events FROM traceability.event GROUP BY 1
                                UNION ALL
                                SELECT uri, 0 FROM traceability.places('infinity') AS place) AS every
                         WHERE uri IS NOT NULL
                         GROUP BY uri) AS named
                  LEFT JOIN traceability.places('infinity') AS place ON place.uri = named.uri
                  LEFT JOIN supplier.name ON name.id = place.supplier
                 ORDER BY place.uri IS NOT NULL, named.events DESC, named.uri
                 LIMIT :limit OFFSET :offset
                """)
                .param("limit", limit).param("offset", offset).query(Line.class).list();
    }

    long count() {
        return db.sql("SELECT count(*) FROM (SELECT coalesce(biz_location, read_point) FROM traceability.event WHERE coalesce(biz_location, read_point) IS NOT NULL UNION SELECT uri FROM traceability.place) AS named")
                .query(Long.class).single();
    }

    List<Line> ours() {
        return db.sql("""
                SELECT uri, name_en, name_zh, whose, supplier, NULL::text AS supplier_en, NULL::text AS supplier_zh, country, region, 0::bigint AS events
                  FROM traceability.places('infinity') AS place
                 WHERE whose = 'OURS'
                 ORDER BY name_en
                """).query(Line.class).list();
    }

    /** The articles of which there are most items, those without a name first. */
    List<Kind> articles(int limit) {
        return db.sql("""
                SELECT used.uri, article.tier, article.name_en, article.name_zh, used.items
                  FROM (SELECT article AS uri, count(*) AS items FROM traceability.item WHERE article <> uri GROUP BY article) AS used
                  LEFT JOIN traceability.articles('infinity') AS article ON article.uri = used.uri
                 ORDER BY article.uri IS NOT NULL, used.items DESC, used.uri
                 LIMIT :limit
                """)
                .param("limit", limit).query(Kind.class).list();
    }

    private static ArrayList<Reason> named(String uri, String en, String zh) {
        var reasons = new ArrayList<Reason>();
        if (!uri.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")) {
            reasons.add(new Reason("uri", "traceability.uri-missing", List.of()));
        }
        if (en.isEmpty() || zh.isEmpty()) {
            reasons.add(new Reason("nameEn", "traceability.names-missing", List.of()));
        }
        if (uri.length() > LINE_LONGEST || en.length() > LINE_LONGEST || zh.length() > LINE_LONGEST) {
            reasons.add(new Reason("nameEn", "traceability.words-long", List.of(LINE_LONGEST)));
        }
        return reasons;
    }

    private void lock(String uri) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability ' || :uri))").param("uri", uri).query((row, n) -> n).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.customs.Names;
import org.probity.customs.PackDraft;
import org.probity.customs.Walk;
import org.probity.house.log.Log;
import org.probity.proof.Commitment.Opening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said of articles and places on the way of a pack, with the entries of the log that hold it, and how the owners of places stand. */
@Component
class CustomsNaming {
    /** @param said what each entry committed to, by its place in the log */
    record Named(Names names, Map<Long, Opening> said) {}

    private record Article(String uri, String tier, String en, String zh) {}

    private final JdbcClient db;
    private final Items items;
    private final Log log;
    private final Clock clock;

    CustomsNaming(JdbcClient db, Items items, Log log, Clock clock) {
        this.db = db;
        this.items = items;
        this.log = log;
        this.clock = clock;
    }

    Named of(Collection<Walk.Step> steps) {
        var articles = db.sql("SELECT uri, tier, name_en AS en, name_zh AS zh FROM traceability.articles('infinity') AS article WHERE uri = ANY (:uris) ORDER BY uri")
                .param("uris", steps.stream().map(Walk.Step::article).distinct().toArray(String[]::new)).query(Article.class).list().stream()
                .map(it -> new Names.Article(it.uri(), it.tier(), it.en(), it.zh())).toList();
        var uris = steps.stream().map(Walk.Step::place).distinct().sorted().toList();
        var sites = items.sites(uris);
        var records = new HashMap<String, UUID>();
        db.sql("SELECT uri, record FROM traceability.places('infinity') AS place WHERE uri = ANY (:uris)").param("uris", uris.toArray(String[]::new)).query((row, n) -> Map.entry(row.getString(1),
                row.getObject(2, UUID.class))).list().forEach(it -> records.put(it.getKey(), it.getValue()));
        var at = new HashMap<UUID, Long>();
        log.places(records.values()).forEach(it -> at.put(it.record(), it.index()));
        var said = new HashMap<Long, Opening>();
        log.openings(records.values()).forEach((record, opening) -> said.put(at.get(record), opening));
        var places = new ArrayList<Names.Place>();
        for (var uri : uris) {
            var site = sites.get(uri);
            if (site != null) {
                places.add(new Names.Place(uri, site.nameEn(), site.nameZh(), site.country(), site.region(), site.whose(),
                        site.number() == null ? Optional.empty() : Optional.of(new Names.Owner(site.number(), String.valueOf(site.supplierEn()), String.valueOf(site.supplierZh()))),
                        site.barred() ? Names.Standing.BARRED : site.alert() ? Names.Standing.ALERT : Names.Standing.NONE, at.get(records.get(uri))));
            }
        }
        return new Named(new Names(articles, places), said);
    }

    /** The versions of lists that alerts go by today; bans are asked by the day. */
    List<PackDraft.Listed> lists() {
        return db.sql("""
                SELECT list.code, list.name_en AS en, list.name_zh AS zh, version.label AS version, version.day::text AS day
                  FROM screening.in_force(:today, :now) AS stands
                  JOIN screening.list ON list.id = stands.list
                  JOIN screening.version ON version.id = stands.version
                 ORDER BY list.code
                """).param("today", LocalDate.now(clock)).param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).query(PackDraft.Listed.class).list();
    }
}

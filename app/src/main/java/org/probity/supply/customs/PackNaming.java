package org.probity.supply.customs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.customs.Names;
import org.probity.customs.PackDraft;
import org.probity.customs.Walk;
import org.probity.house.log.Log;
import org.probity.proof.Commitment.Opening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said of articles and places on the way of a pack, with the entries of the log that hold it, and how the owners of places stand. */
@Component
class PackNaming {
    /** @param said what each entry committed to, by its place in the log */
    record Named(Names names, Map<Long, Opening> said) {}

    private record Article(String uri, String tier, String en, String zh) {}

    private record Site(
            String uri, String en, String zh, String country, String region, String whose, @Nullable String number, @Nullable String ownerEn, @Nullable String ownerZh, boolean barred, boolean alert,
            UUID record) {
        Names.Place place(long index) {
            return new Names.Place(uri, en, zh, country, region, whose, number == null ? Optional.empty() : Optional.of(new Names.Owner(number, String.valueOf(ownerEn), String.valueOf(ownerZh))),
                    barred ? Names.Standing.BARRED : alert ? Names.Standing.ALERT : Names.Standing.NONE, index);
        }
    }

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    PackNaming(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    Named of(Collection<Walk.Step> steps) {
        var articles = db.sql("SELECT uri, tier, name_en AS en, name_zh AS zh FROM traceability.articles('infinity') AS article WHERE uri = ANY (:uris) ORDER BY uri")
                .param("uris", steps.stream().map(Walk.Step::article).distinct().toArray(String[]::new)).query(Article.class).list().stream()
                .map(it -> new Names.Article(it.uri(), it.tier(), it.en(), it.zh())).toList();
        var uris = steps.stream().map(Walk.Step::place).distinct().toList();
        var found = db.sql("""
                SELECT place.uri, place.name_en AS en, place.name_zh AS zh, place.country, place.region, place.whose, name.number, name.name_en AS owner_en, name.name_zh AS owner_zh,
                       EXISTS (SELECT FROM blacklist.barred WHERE barred.supplier = place.supplier AND barred.in_force @> :today) AS barred,
                       EXISTS (SELECT FROM screening.standing WHERE standing.supplier = place.supplier AND standing.state IN ('OPEN', 'TRUE_HIT')) AS alert,
                       place.record
                  FROM traceability.places('infinity') AS place
                  LEFT JOIN supplier.name ON name.id = place.supplier
                 WHERE place.uri = ANY (:uris)
                """).param("today", LocalDate.now(clock)).param("uris", uris.toArray(String[]::new)).query(Site.class).list().stream().sorted(Comparator.comparing(Site::uri)).toList();
        var records = found.stream().map(Site::record).toList();
        var at = new HashMap<UUID, Long>();
        log.places(records).forEach(it -> at.put(it.record(), it.index()));
        var said = new HashMap<Long, Opening>();
        log.openings(records).forEach((record, opening) -> said.put(at.get(record), opening));
        var places = found.stream().map(it -> it.place(at.get(it.record()))).toList();
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

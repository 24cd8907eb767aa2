package org.probity.supply.screening;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.log.Log;
import org.probity.proof.Json;
import org.probity.screen.Hit;
import org.probity.screen.Identifier;
import org.probity.screen.Kind;
import org.probity.screen.Naming;
import org.probity.screen.Party;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares suppliers with a version of a list, writes what came of it, and opens and closes alerts by it. What was decided of a pair holds as long as neither
 * side changed; what is not alike any more, or not listed any more, is closed by the rule.
 */
@Component
class Judging {
    private record Known(UUID id, String code, String likeness, String subject, String state) {}

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Listings listings;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Judging(JdbcClient db, Suppliers suppliers, Listings listings, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.listings = listings;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Who is looked for: all names, those of sites that are open, and the numbers. */
    Party party(Supplier it) {
        var names = new ArrayList<Naming>();
        Stream.of(it.nameEn(), it.nameZh(), it.nameOther()).filter(name -> !name.isBlank()).distinct().forEach(name -> names.add(Naming.of(name)));
        suppliers.sites(it.id()).stream().filter(site -> site.open(LocalDate.now(clock))).map(Supplier.Site::name)
                .filter(name -> name.codePoints().anyMatch(Character::isLetter)).forEach(name -> names.add(Naming.alias(name)));
        var numbers = Stream.of(Optional.ofNullable(it.creditCode()), Optional.ofNullable(it.lei())).flatMap(Optional::stream).map(Identifier::guess).toList();
        return new Party(it.id().toString(), Kind.ORGANISATION, names, numbers, it.country(), "");
    }

    /** In the caller's transaction, for rows that it has locked. */
    void judge(UUID run, UUID version, List<UUID> wanted) {
        var list = db.sql("SELECT list FROM screening.version WHERE id = :version").param("version", version).query(UUID.class).single();
        var bar = db.sql("SELECT bar FROM screening.list WHERE id = :list").param("list", list).query(Integer.class).single();
        var laidOut = listings.of(version);
        for (var supplier : suppliers.find(wanted)) {
            var party = party(supplier);
            var subject = Entries.likeness(party);
            var hits = laidOut.listing().search(party, bar);
            if (alerts(run, supplier.id(), list, subject, hits, laidOut)) {
                events.publishEvent(new ScreeningTold.Said(supplier.id()));
            }
            db.sql("""
                    UPDATE screening.result
                       SET judged_at = :now,
                           subject = :subject,
                           hits = :hits,
                           digest = :digest
                     WHERE run = :run
                       AND supplier = :supplier
                       AND version = :version
                    """)
                    .param("now", now()).param("subject", subject).param("hits", hits.size()).param("digest", Entries.hash(digest(hits)))
                    .param("run", run).param("supplier", supplier.id()).param("version", version)
                    .update();
        }
    }

    /** What the result says: which entries, and how alike. */
    static Json digest(List<Hit> hits) {
        return Json.of(hits.stream().map(it -> Map.of("code", it.listed().id(), "likeness", Entries.likeness(it.listed()), "score", it.score())).toList());
    }

    /** @return whether an alert came or went */
    private boolean alerts(UUID run, UUID supplier, UUID list, String subject, List<Hit> hits, Listings.LaidOut laidOut) {
        var known = db.sql("""
                SELECT alert.id, alert.code, alert.likeness, alert.subject, standing.state
                  FROM screening.alert
                  JOIN screening.standing ON standing.id = alert.id
                 WHERE alert.supplier = :supplier
                   AND alert.list = :list
                """)
                .param("supplier", supplier).param("list", list).query(Known.class).list();
        Set<UUID> holds = new HashSet<>();
        var changed = false;
        for (var hit : hits) {
            var likeness = Entries.likeness(hit.listed());
            var same = known.stream().filter(it -> it.code().equals(hit.listed().id()) && it.likeness().equals(likeness) && it.subject().equals(subject)).findFirst();
            if (same.isEmpty()) {
                open(run, supplier, list, subject, hit, likeness, laidOut);
                changed = true;
                continue;
            }
            holds.add(same.get().id());
            if (same.get().state().equals("CLOSED")) {
                step(same.get().id(), "OPEN", "screening.again");
                changed = true;
            }
        }
        var codes = new HashSet<>(hits.stream().map(hit -> hit.listed().id()).toList());
        var gone = known.stream().filter(it -> !holds.contains(it.id()) && !it.state().equals("CLOSED")).toList();
        gone.forEach(it -> step(it.id(), "CLOSED", codes.contains(it.code()) ? "screening.changed"
                : laidOut.rows().containsKey(it.code()) ? "screening.unlike" : "screening.gone"));
        return changed || !gone.isEmpty();
    }

    private void open(UUID run, UUID supplier, UUID list, String subject, Hit hit, String likeness, Listings.LaidOut laidOut) {
        var alert = UUID.randomUUID();
        db.sql("""
                INSERT INTO screening.alert (id, supplier, list, entry, code, likeness, subject, score, name, listed_name, number, links, run, opened_at)
                VALUES (:id, :supplier, :list, :entry, :code, :likeness, :subject, :score, :name, :listed, :number, :links, :run, :now)
                """)
                .param("id", alert).param("supplier", supplier).param("list", list).param("entry", laidOut.rows().get(hit.listed().id()))
                .param("code", hit.listed().id()).param("likeness", likeness).param("subject", subject).param("score", hit.score())
                .param("name", hit.name()).param("listed", hit.listedName().text()).param("number", hit.number() == null ? "" : hit.number().value())
                .param("links", new String(links(hit).canonical(), StandardCharsets.UTF_8)).param("run", run).param("now", now())
                .update();
        step(alert, "OPEN", "screening.opened-by-rule");
    }

    private static Json links(Hit hit) {
        return Json.of(hit.alignment().links().stream().map(it -> Map.of("left", it.left(), "right", it.right(), "how", it.how().name(), "alike", it.alike(),
                "weight", it.weight())).toList());
    }

    /** What a rule does to an alert. */
    private void step(UUID alert, String state, String reason) {
        var record = log.record("screening.alert", LocalDate.now(clock), Map.of("alert", alert.toString(), "state", state, "reason", reason));
        db.sql("""
                INSERT INTO screening.step (alert, no, state, at, reason, record)
                SELECT :alert, coalesce(max(no), 0) + 1, :state, :now, :reason, :record FROM screening.step WHERE alert = :alert
                """)
                .param("alert", alert).param("state", state).param("now", now()).param("reason", reason).param("record", record)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

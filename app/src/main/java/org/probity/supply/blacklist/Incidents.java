package org.probity.supply.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.supply.clearance.Deeds;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the ERP reports is held against the bans and urgent stops of its day, also those lifted since. What should not have been becomes an
 * incident with a cause and what was done about it; the aim is that there are none.
 */
@Service
class Incidents {
    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Incidents(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * In the transaction of the report. On the day a ban begins only what was asked for and allowed is none: the ERP tells days, not hours. A
     * ban that was lifted counts up to the day before. Receipts and payments are none as long as they were to be wound down, receipts and
     * payments during an urgent stop are none. A supplier that belongs to a barred one is held to its orders.
     */
    @EventListener
    void hold(Deeds.Reported reported) {
        var deeds = reported.deeds();
        var found = db.sql("""
                WITH deed AS (
                    SELECT * FROM unnest(:kinds::text[], :documents::text[], :suppliers::uuid[], :days::date[], :allowed::boolean[])
                                      AS d (kind, document, supplier, day, allowed)
                ), held AS (
                    SELECT deed.kind, deed.document, deed.supplier, deed.day, barred.matter
                      FROM deed
                      JOIN blacklist.barred ON barred.supplier = deed.supplier AND barred.in_force @> deed.day
                     WHERE NOT (deed.day = barred.from_day AND deed.allowed IS TRUE)
                       AND NOT (deed.kind = 'RECEIPT' AND COALESCE(barred.receipts_until >= deed.day, FALSE))
                       AND NOT (deed.kind = 'PAYMENT' AND COALESCE(barred.payments_until >= deed.day, FALSE))
                       AND NOT EXISTS (SELECT FROM clearance.excepted(deed.supplier, 'blacklist.banned', deed.kind, deed.day))
                    UNION ALL
                    SELECT deed.kind, deed.document, deed.supplier, deed.day, barred.matter
                      FROM deed
                      JOIN blacklist.tied ON tied.other = deed.supplier
                      JOIN blacklist.barred ON barred.supplier = tied.supplier AND barred.in_force @> deed.day
                     WHERE deed.kind = 'ORDER' AND deed.allowed IS NOT TRUE
                       AND NOT EXISTS (SELECT FROM clearance.excepted(deed.supplier, 'blacklist.related', deed.kind, deed.day))
                    UNION ALL
                    SELECT deed.kind, deed.document, deed.supplier, deed.day, suspension.matter
                      FROM deed
                      JOIN blacklist.suspension ON suspension.supplier = deed.supplier AND deed.day BETWEEN suspension.from_day AND suspension.until_day
                     WHERE deed.kind = 'ORDER' AND deed.allowed IS NOT TRUE
                       AND (suspension.ended_at IS NULL OR deed.day < (suspension.ended_at AT TIME ZONE :zone)::date)
                       AND NOT EXISTS (SELECT FROM clearance.excepted(deed.supplier, 'blacklist.suspended', deed.kind, deed.day))
                )
                SELECT DISTINCT ON (kind, document) kind, document, supplier, day, matter FROM held ORDER BY kind, document, matter
                """)
                .param("kinds", deeds.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("documents", deeds.stream().map(Deeds.Deed::document).toArray(String[]::new))
                .param("suppliers", deeds.stream().map(Deeds.Deed::supplier).toArray(UUID[]::new))
                .param("days", deeds.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .param("allowed", deeds.stream().map(Deeds.Deed::allowed).toArray(Boolean[]::new))
                .param("zone", clock.getZone().getId())
                .query((row, n) -> new Found(row.getString("kind"), row.getString("document"), row.getObject("supplier", UUID.class), row.getObject("day", LocalDate.class),
                        row.getObject("matter", UUID.class)))
                .list();
        found.forEach(this::open);
    }

    private record Found(String kind, String document, UUID supplier, LocalDate day, UUID matter) {}

    private void open(Found it) {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO blacklist.incident (id, kind, document, supplier, day, matter, found_at, record)
                VALUES (:id, :kind, :document, :supplier, :day, :matter, :at, :record)
                """)
                .param("id", id).param("kind", it.kind()).param("document", it.document()).param("supplier", it.supplier()).param("day", it.day())
                .param("matter", it.matter()).param("at", now())
                .param("record", log.record("blacklist.incident", it.day(), Map.of("incident", id.toString(), "kind", it.kind(), "document", it.document(),
                        "supplier", it.supplier().toString())))
                .update();
    }

    /**
     * Says why it could happen and what was done about it.
     *
     * <p>Refusals: {@code blacklist.incident-unknown}; {@code blacklist.incident-closed}; {@code blacklist.cause-missing};
     * {@code blacklist.words-missing}; {@code blacklist.words-long}.
     */
    @Transactional
    Answer<UUID> close(UUID incident, String cause, String words, Me by) {
        db.sql("SELECT FROM blacklist.incident WHERE id = :id FOR UPDATE").param("id", incident).query((row, n) -> n).optional();
        var found = find(incident);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.incident-unknown");
        }
        if (!found.get().open()) {
            return Answer.refused("", "blacklist.incident-closed");
        }
        if (Arrays.stream(Incident.Cause.values()).noneMatch(it -> it.name().equals(cause))) {
            return Answer.refused("cause", "blacklist.cause-missing");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "blacklist.words-missing");
        }
        if (words.length() > Matters.WORDS_LONGEST) {
            return Answer.refused("words", "blacklist.words-long", Matters.WORDS_LONGEST);
        }
        db.sql("INSERT INTO blacklist.closure (incident, cause, words, closed_by, closed_at, record) VALUES (:id, :cause, :words, :by, :at, :record)")
                .param("id", incident).param("cause", cause).param("words", words.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("blacklist.incident-closed", LocalDate.now(clock), Map.of("incident", incident.toString(), "cause", cause)))
                .update();
        return Answer.done(incident);
    }

    Optional<Incident> find(UUID id) {
        return db.sql(SELECT + " WHERE incident.id = :id").param("id", id).query(Incident.class).optional();
    }

    /** The open ones first, then the newest. */
    List<Incident> all() {
        return db.sql(SELECT + " ORDER BY closure.closed_at IS NOT NULL, incident.day DESC, incident.document LIMIT 2000").query(Incident.class).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static final String SELECT = """
            SELECT incident.id, incident.kind, incident.document, incident.supplier, name.number, name.name_en, name.name_zh, incident.day, incident.matter,
                   incident.found_at, closure.cause, closure.words, closure.closed_by, closure.closed_at
              FROM blacklist.incident
              JOIN supplier.name ON name.id = incident.supplier
              LEFT JOIN blacklist.closure ON closure.incident = incident.id
            """;
}

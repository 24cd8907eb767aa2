package org.probity.supply.traceability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Cbv;
import org.probity.formats.epcis.ErrorDeclaration;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventWriter;
import org.probity.formats.epcis.Particulars;
import org.probity.formats.epcis.When;
import org.probity.supply.traceability.Links.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was captured, asked for by what an event says. */
@Service
class Events {
    /**
     * An event as lists show it.
     *
     * @param body a document that holds it alone
     * @param declared when it was declared wrong, at last
     */
    record Line(
            long id, String hash, String kind, @Nullable String action, Instant happenedAt, Instant recordedAt, UUID capture, @Nullable String givenId, @Nullable String bizStep,
            @Nullable String disposition, @Nullable String readPoint, @Nullable String bizLocation, String material, @Nullable String sharing, byte[] body, @Nullable Instant declared,
            @Nullable String reason, List<String> instead) {
        /** As CBV 2.0 (8.9) writes it. */
        String hashId() {
            return "ni:///sha-256;" + hash + "?ver=CBV2.0";
        }

        String place() {
            return bizLocation != null ? bizLocation : readPoint != null ? readPoint : "";
        }

        /** With what the repository says of it: its name, when it was recorded, whether it was declared wrong. */
        Event event() {
            var event = Body.event(body);
            var particulars = event.particulars();
            var error = declared == null ? null : new ErrorDeclaration(declared, reason == null || reason.isEmpty() ? null : reason.contains(":") ? reason : Cbv.error(reason), instead, List.of());
            return Body.with(event, new Particulars(givenId == null ? hashId() : givenId, new When(event.when().time(), event.when().zoneOffset(), recordedAt), error, particulars.where(), particulars.why(),
                    particulars.sensors(), particulars.certifications(), particulars.extensions()));
        }
    }

    /** An item that an event names. */
    record Named(int item, String uri, String role, int place, @Nullable Long grams) {}

    /** A document that an event names, and the file behind it if it lies here. */
    record Document(String uri, String type, @Nullable UUID evidence) {}

    private static final String SELECT = """
            SELECT event.id, event.hash, event.kind, event.action, event.happened_at, event.recorded_at, event.capture, event.given_id, event.biz_step, event.disposition, event.read_point,
                   event.biz_location, event.material, event.sharing, event.no, event.body, kept.deflated, wrong.declared_at, wrong.reason, wrong.instead
              FROM traceability.event
              LEFT JOIN LATERAL (SELECT declared_at, reason, instead FROM traceability.correction WHERE correction.event = event.id ORDER BY no DESC LIMIT 1) AS wrong ON true
              LEFT JOIN LATERAL (SELECT deflated FROM traceability.body WHERE body.capture = event.capture AND body.no <= event.no ORDER BY no DESC LIMIT 1) AS kept ON event.body IS NULL
            """;

    private final JdbcClient db;
    private final Items items;
    private final Links links;

    Events(JdbcClient db, Items items, Links links) {
        this.db = db;
        this.items = items;
        this.links = links;
    }

    private EventQuery resolved(EventQuery query) {
        return query.resolved(it -> Links.events(links.with(items.numbers(it.uris())).stream().filter(link -> it.roles().contains(link.role())).toList()));
    }

    /** As the answer to a query. */
    static byte[] document(List<Line> lines, Instant at) {
        return document(lines, at, "SimpleEventQuery", null);
    }

    /** @param subscription for whom, when it is no answer but told */
    static byte[] document(List<Line> lines, Instant at, String query, @Nullable String subscription) {
        var out = new ByteArrayOutputStream();
        try (var writer = EventWriter.answer(out, at, Body.NAMESPACES, query, subscription)) {
            for (var line : lines) {
                writer.write(line.event());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    /** One more than a page, so that it is seen whether there is another. */
    List<Line> answer(EventQuery asked) {
        var query = resolved(asked);
        return db.sql(SELECT + " WHERE " + query.where() + " ORDER BY " + query.order() + " LIMIT " + (query.perPage() + 1)).params(query.bound()).query(Events::of).list();
    }

    /** Of those that were recorded behind one event and up to another, the first ones. */
    List<Line> after(EventQuery asked, long behind, long upTo, int most) {
        var query = resolved(asked);
        return db.sql(SELECT + " WHERE event.id > :behind AND event.id <= :up_to AND " + query.where() + " ORDER BY event.id LIMIT " + most).params(query.bound())
                .param("behind", behind).param("up_to", upTo).query(Events::of).list();
    }

    /** What is asked for of these. */
    List<Line> among(EventQuery asked, List<Long> ids) {
        var query = resolved(asked);
        return db.sql(SELECT + " WHERE event.id = ANY (:ids) AND " + query.where() + " ORDER BY event.id").params(query.bound()).param("ids", ids.toArray(Long[]::new)).query(Events::of).list();
    }

    /** For a list on a screen. */
    List<Line> page(EventQuery asked, int limit, long offset) {
        var query = resolved(asked);
        return db.sql(SELECT + " WHERE " + query.where() + " ORDER BY " + query.order() + " LIMIT " + limit + " OFFSET " + offset).params(query.bound()).query(Events::of).list();
    }

    long count(EventQuery asked) {
        var query = resolved(asked);
        // Numbers have no gaps.
        return query.conditions().isEmpty() ? db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single() : db.sql("SELECT count(*) FROM traceability.event WHERE " + query.where()).params(query.bound()).query(Long.class).single();
    }

    Optional<Line> find(long id) {
        return db.sql(SELECT + " WHERE event.id = :id").param("id", id).query(Events::of).optional();
    }

    /** By the 64 hexadecimal digits of its hash; anything else is no event. */
    Optional<Line> find(String hash) {
        return !hash.matches("[0-9a-f]{64}") ? Optional.empty() : db.sql(SELECT + " WHERE event.hash = :hash").param("hash", HexFormat.of().parseHex(hash)).query(Events::of).optional();
    }

    List<Line> of(List<Long> ids) {
        return db.sql(SELECT + " WHERE event.id = ANY (:ids) ORDER BY event.happened_at, event.id").param("ids", ids.toArray(Long[]::new)).query(Events::of).list();
    }

    List<Named> items(long event, int most) {
        var some = links.of(event).stream().limit(most).toList();
        var uris = items.names(some.stream().map(Link::item).distinct().toList());
        return some.stream().map(it -> new Named(it.item(), uris.get(it.item()), it.role().sign, it.place(), it.grams())).toList();
    }

    long items(long event) {
        return links.of(event).size();
    }

    List<Document> documents(long event) {
        return db.sql("""
                SELECT event_document.uri, event_document.type,
                       (SELECT evidence FROM traceability.document WHERE document.uri = event_document.uri
                           AND (document.event = event_document.event OR EXISTS (SELECT FROM traceability.event AS one JOIN traceability.event AS other ON other.items && one.items WHERE one.id = event_document.event AND other.id = document.event))
                         ORDER BY said_at DESC LIMIT 1) AS evidence
                  FROM traceability.event_document
                 WHERE event = :event
                 ORDER BY uri
                """)
                .param("event", event).query(Document.class).list();
    }

    /** How many there are: events, items, declared wrong. */
    Map<String, Long> counts() {
        return Map.of("events", db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single(),
                "items", db.sql("SELECT coalesce(max(number) + 1, 0) FROM traceability.item").query(Long.class).single(),
                "declared", db.sql("SELECT count(DISTINCT event) FROM traceability.correction").query(Long.class).single());
    }

    private static Line of(ResultSet row, int n) throws SQLException {
        var declared = row.getObject("declared_at", OffsetDateTime.class);
        var instead = new ArrayList<String>();
        if (row.getArray("instead") != null) {
            instead.addAll(List.of((String[]) row.getArray("instead").getArray()));
        }
        return new Line(row.getLong("id"), HexFormat.of().formatHex(row.getBytes("hash")), row.getString("kind"), row.getString("action"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(), row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getObject("capture", UUID.class),
                row.getString("given_id"), row.getString("biz_step"), row.getString("disposition"), row.getString("read_point"), row.getString("biz_location"),
                row.getString("material"), row.getString("sharing"), Body.document(row.getBytes("body"), row.getBytes("deflated"), row.getLong("no")), declared == null ? null : declared.toInstant(), row.getString("reason"), instead);
    }
}

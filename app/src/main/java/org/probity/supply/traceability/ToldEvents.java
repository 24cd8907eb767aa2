package org.probity.supply.traceability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.probity.supply.traceability.Shelves.Told;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of events, as the books take it in. */
final class ToldEvents {
    private static final int FETCH = 10_000;

    /** What the database has: the last event, and how many declarations. */
    record Mark(long event, long declarations) {}

    private final JdbcClient db;

    ToldEvents(JdbcClient db) {
        this.db = db;
    }

    Mark mark() {
        return db.sql("SELECT coalesce((SELECT max(id) FROM traceability.event), 0) AS event, (SELECT count(*) FROM traceability.correction) AS declarations").query(Mark.class).single();
    }

    /** Until the end of the transaction: all of it is wanted, not the first lines soon. */
    void allOfIt() {
        db.sql("SET LOCAL cursor_tuple_fraction = 1").update();
        db.sql("SET LOCAL work_mem = '64MB'").update();
    }

    /** The hash of an event; empty where there is none. */
    String hash(long event) {
        return db.sql("SELECT encode(hash, 'hex') FROM traceability.event WHERE id = :event").param("event", event).query(String.class).optional().orElse("");
    }

    /** Events that were declared wrong. */
    Set<Long> declared(long until) {
        return declared(0, until);
    }

    Set<Long> declared(long after, long until) {
        return new HashSet<>(db.sql("SELECT DISTINCT event FROM traceability.correction WHERE event > :after AND event <= :until").param("after", after).param("until", until).query(Long.class).list());
    }

    private static final String EVENTS = """
            SELECT event.id, event.kind, coalesce(event.action, '') AS action, (extract(epoch FROM event.happened_at) * 1000000)::bigint AS happened, event.material,
                   coalesce(event.sharing, '') AS sharing, coalesce(event.scrap_grams, 0) AS scrap, event.biz_location, event.read_point, event.items::text AS items, event.roles, event.grams::text AS grams
              FROM traceability.event
             WHERE event.kind IN ('OBJECT', 'AGGREGATION', 'TRANSFORMATION') AND event.roles <> '' AND %s
             ORDER BY event.happened_at, event.id
            """;

    void name(Names names) {
        db.sql("SELECT article FROM traceability.item WHERE number >= :from ORDER BY number").param("from", names.items()).withFetchSize(FETCH)
                .query((RowCallbackHandler) row -> names.item(row.getString(1)));
    }

    void each(Names names, long after, long until, Consumer<Told> entry) {
        db.sql(EVENTS.formatted("event.id > :after AND event.id <= :until AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)"))
                .param("after", after).param("until", until).withFetchSize(FETCH).query((RowCallbackHandler) row -> entry.accept(told(names, row)));
    }

    /** Some events, in the order of happening. */
    List<Told> of(Names names, Set<Long> events) {
        return db.sql(EVENTS.formatted("event.id = ANY (:events)")).param("events", events.toArray(Long[]::new)).query((row, n) -> told(names, row)).list();
    }

    private static Told told(Names names, ResultSet row) throws SQLException {
        return new Told(row.getString("material"), new Shelf.Told(row.getLong("id"), row.getString("kind"), row.getString("action"), row.getLong("happened"), row.getString("sharing"),
                row.getLong("scrap"), names.spot(row.getString("biz_location"), row.getString("read_point")), Links.named(row.getString("items"), row.getString("roles"), row.getString("grams"))));
    }
}

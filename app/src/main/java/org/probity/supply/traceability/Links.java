package org.probity.supply.traceability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which items stand in an event, and in which events an item stands. The way from items to events goes through here, however it is kept; a statement that
 * begins with events may join {@code traceability.event_item} by its event, never by its item. Events that were declared wrong are among them.
 */
@Component
class Links {
    /** Links as rows of a statement, once {@link #bind} gave them to it. */
    static final String ROWS = " unnest(:link_events, :link_items, :link_roles, :link_grams) AS event_item (event, item, role, grams)\n";
    private static final String SELECT = "SELECT event, item, role, place, grams FROM traceability.event_item WHERE ";

    /** @param place in the list of its role @param grams milligrams where the material is weighed in them; nothing where the event says no mass */
    record Link(long event, int item, Role role, int place, @Nullable Long grams) {}

    private final JdbcClient db;

    Links(JdbcClient db) {
        this.db = db;
    }

    /** Those of an event, in its order. */
    List<Link> of(long event) {
        return db.sql(SELECT + "event = :event ORDER BY place").param("event", event).query(Links::link).list();
    }

    /** By event; each event that was asked for is there. */
    Map<Long, List<Link>> of(Collection<Long> events) {
        var all = new HashMap<Long, List<Link>>();
        events.forEach(it -> all.put(it, List.of()));
        all.putAll(db.sql(SELECT + "event = ANY (:events) ORDER BY event, place").param("events", events.toArray(Long[]::new)).query(Links::link).list().stream()
                .collect(Collectors.groupingBy(Link::event)));
        return all;
    }

    /** Where these came out of, or were first named as there: what made them. */
    List<Link> making(int[] items) {
        return with(items).stream().filter(it -> it.role() == Role.OUTPUT).toList();
    }

    /** Where these went in. */
    List<Link> using(int[] items) {
        return with(items).stream().filter(it -> it.role() == Role.INPUT).toList();
    }

    /** Everything that names it. */
    List<Link> with(int item) {
        return with(new int[] {item});
    }

    /** In the order of events. */
    List<Link> with(int[] items) {
        return items.length == 0 ? List.of()
                : db.sql(SELECT + "item = ANY (:items) ORDER BY event, place").param("items", IntStream.of(items).boxed().toArray(Integer[]::new)).query(Links::link).list();
    }

    static StatementSpec bind(StatementSpec statement, Collection<Link> links) {
        return statement.param("link_events", links.stream().map(Link::event).toArray(Long[]::new)).param("link_items", links.stream().map(Link::item).toArray(Integer[]::new))
                .param("link_roles", links.stream().map(it -> it.role().sign).toArray(String[]::new)).param("link_grams", links.stream().map(Link::grams).toArray(Long[]::new));
    }

    static int[] items(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(it -> it).toArray();
    }

    static long[] events(Collection<Link> links) {
        return links.stream().mapToLong(Link::event).distinct().toArray();
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        var grams = row.getLong("grams");
        return new Link(row.getLong("event"), row.getInt("item"), Role.of(row.getString("role")), row.getInt("place"), row.wasNull() ? null : grams);
    }
}

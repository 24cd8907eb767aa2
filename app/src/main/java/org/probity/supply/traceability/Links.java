package org.probity.supply.traceability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which items stand in an event, and in which events an item stands. The way from items to events goes through here, however it is kept; a statement that
 * begins with events asks {@code traceability.named} of their lists. Events that were declared wrong are among them.
 */
@Component
class Links {
    /** Where items stand, as rows of a statement, once {@link #bind} gave them to it. */
    static final String ROWS = " unnest(:standing_events, :standing_items) AS named (event, item)\n";
    /** Lists as text: one of them is read in one go, where an array would be an object for each number. */
    private static final String SELECT = "SELECT event.id, event.items::text AS items, event.roles, event.grams::text AS grams FROM traceability.event WHERE ";

    /** @param place in the list of its role @param grams milligrams where the material is weighed in them; nothing where the event says no mass */
    record Link(long event, int item, Role role, int place, @Nullable Long grams) {}

    /** In which event an item stands, and as what; as often as it does. */
    record Standing(int item, long event, Role role) {}

    private final JdbcClient db;

    Links(JdbcClient db) {
        this.db = db;
    }

    /** Those of an event, in its order. */
    List<Link> of(long event) {
        return of(List.of(event)).get(event);
    }

    /** By event; each event that was asked for is there. */
    Map<Long, List<Link>> of(Collection<Long> events) {
        var all = new HashMap<Long, List<Link>>();
        events.forEach(it -> all.put(it, List.of()));
        db.sql(SELECT + "event.id = ANY (:events)").param("events", events.toArray(Long[]::new)).query((RowCallbackHandler) row -> all.put(row.getLong("id"), links(row)));
        return all;
    }

    /** Where these came out of, or were first named as there: what made them. */
    List<Standing> making(int[] items) {
        return with(items).stream().filter(it -> it.role() == Role.OUTPUT).toList();
    }

    /** Everything that names it. */
    List<Standing> with(int item) {
        return with(new int[] {item});
    }

    /** In the order of events. The events themselves are not read: one may name thousands of others. */
    List<Standing> with(int[] items) {
        var all = new ArrayList<Standing>();
        if (items.length > 0) {
            db.sql("SELECT item, events::text AS events, roles FROM traceability.naming WHERE item = ANY (:items)").param("items", IntStream.of(items).boxed().toArray(Integer[]::new))
                    .query((RowCallbackHandler) row -> {
                        var item = row.getInt("item");
                        var roles = row.getString("roles");
                        var no = 0;
                        for (var list = new Numbers(row.getString("events")); list.hasNext(); no++) {
                            all.add(new Standing(item, list.next(), Role.of(roles.charAt(no))));
                        }
                    });
        }
        all.sort(Comparator.comparingLong(Standing::event));
        return all;
    }

    static StatementSpec bind(StatementSpec statement, Collection<Standing> standings) {
        return statement.param("standing_events", standings.stream().map(Standing::event).toArray(Long[]::new)).param("standing_items", standings.stream().map(Standing::item).toArray(Integer[]::new));
    }

    static int[] items(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(it -> it).toArray();
    }

    static long[] events(Collection<Standing> standings) {
        return standings.stream().mapToLong(Standing::event).distinct().toArray();
    }

    private static List<Link> links(ResultSet row) throws SQLException {
        var event = row.getLong("id");
        var named = named(row.getString("items"), row.getString("roles"), row.getString("grams"));
        return IntStream.range(0, named.size()).mapToObj(place -> new Link(event, named.get(place).item(), named.get(place).role(), place, named.get(place).mass())).toList();
    }

    /** The lists of an event, as the database writes them. @param grams nothing where no mass is said */
    static List<Shelf.Named> named(String items, String roles, @Nullable String grams) {
        var all = new ArrayList<Shelf.Named>(roles.length());
        var masses = grams == null ? null : new Numbers(grams);
        for (var list = new Numbers(items); list.hasNext();) {
            var item = (int) list.next();
            all.add(new Shelf.Named(Role.of(roles.charAt(all.size())), item, masses == null ? null : masses.nextOrNull()));
        }
        return List.copyOf(all);
    }

    /** Numbers of an array as it is written: <code>{17,NULL,18}</code>. */
    private static final class Numbers {
        private final String text;
        private int at = 1;

        Numbers(String text) {
            this.text = text;
        }

        boolean hasNext() {
            return at < text.length() - 1;
        }

        long next() {
            var number = 0L;
            for (; Character.isDigit(text.charAt(at)); at++) {
                number = 10 * number + Character.digit(text.charAt(at), 10);
            }
            at++;
            return number;
        }

        @Nullable Long nextOrNull() {
            if (text.charAt(at) == 'N') {
                at += 5;
                return null;
            }
            return next();
        }
    }
}

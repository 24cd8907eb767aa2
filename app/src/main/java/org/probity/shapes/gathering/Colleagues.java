package org.probity.shapes.gathering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of the directory. Both wings hold occasions with them, so this circle stands below both. */
@Component
public class Colleagues implements Guests {
    public static final String CIRCLE = "staff";

    private static final String SELECT = "SELECT id, number, name_en, name_zh FROM directory.name";

    private final JdbcClient db;

    Colleagues(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String circle() {
        return CIRCLE;
    }

    @Override
    public Map<UUID, Guest> of(Collection<UUID> guests) {
        var found = new HashMap<UUID, Guest>();
        db.sql(SELECT + " WHERE id = ANY (:ids)").param("ids", guests.toArray(UUID[]::new)).query((row, n) -> guest(row)).list().forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<Guest> of(Me me) {
        return db.sql(SELECT + " WHERE id = (SELECT person FROM directory.pass WHERE account = :account)").param("account", me.account())
                .query((row, n) -> guest(row)).optional();
    }

    @Override
    public Optional<Guest> named(String word) {
        var found = db.sql(SELECT + " WHERE number = :word OR email <> '' AND lower(email) = lower(:word) LIMIT 2").param("word", word)
                .query((row, n) -> guest(row)).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Guest guest(ResultSet row) throws SQLException {
        return new Guest(CIRCLE, row.getObject("id", UUID.class), row.getString("name_en"), row.getString("name_zh"), null, row.getString("number"));
    }
}

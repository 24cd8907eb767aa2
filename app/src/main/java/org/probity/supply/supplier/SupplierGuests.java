package org.probity.supply.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.shapes.gathering.Guests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts of suppliers as people who come to trainings and meetings. */
@Component
public class SupplierGuests implements Guests {
    public static final String CIRCLE = "contact";

    private static final String SELECT = "SELECT contact.id, contact.supplier, contact.name, contact.email FROM supplier.contact";

    private final JdbcClient db;
    private final Suppliers suppliers;

    SupplierGuests(JdbcClient db, Suppliers suppliers) {
        this.db = db;
        this.suppliers = suppliers;
    }

    @Override
    public String circle() {
        return CIRCLE;
    }

    @Override
    public Map<UUID, Guest> of(Collection<UUID> guests) {
        var found = new HashMap<UUID, Guest>();
        db.sql(SELECT + " WHERE id = ANY (:ids)").param("ids", guests.toArray(UUID[]::new)).query(SupplierGuests::guest).list().forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<Guest> of(Me me) {
        return me.supplier().flatMap(supplier -> db.sql(SELECT + """
                  JOIN access.member ON lower(member.email) = lower(contact.email)
                 WHERE contact.supplier = :supplier AND contact.until_day IS NULL AND member.id = :account
                 LIMIT 1
                """)
                .param("supplier", supplier).param("account", me.account())
                .query(SupplierGuests::guest).optional());
    }

    /** An address that contacts of several suppliers have is nobody's. */
    @Override
    public Optional<Guest> named(String word) {
        var found = db.sql(SELECT + " WHERE lower(email) = lower(:word) AND until_day IS NULL LIMIT 2").param("word", word).query(SupplierGuests::guest).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public List<Guest> from(Collection<UUID> parties) {
        return parties.isEmpty() ? List.of() : db.sql(SELECT + " WHERE supplier = ANY (:suppliers) AND until_day IS NULL ORDER BY supplier, from_day, name")
                .param("suppliers", parties.toArray(UUID[]::new)).query(SupplierGuests::guest).list();
    }

    @Override
    public Map<UUID, Party> parties(Collection<UUID> parties) {
        var found = new HashMap<UUID, Party>();
        suppliers.find(List.copyOf(parties)).forEach(it -> found.put(it.id(), new Party(it.id(), it.number(), it.nameEn(), it.nameZh())));
        return found;
    }

    private static Guest guest(ResultSet row, int n) throws SQLException {
        var name = row.getString("name");
        return new Guest(CIRCLE, row.getObject("id", UUID.class), name, name, row.getObject("supplier", UUID.class), row.getString("email"));
    }
}

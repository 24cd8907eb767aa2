package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register keeps about a supplier's contact: the entries of their own supplier with their address. */
@Component
class ContactData implements PersonalData {
    private final JdbcClient db;

    ContactData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "supplier.data.";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Part> about(Account person) {
        if (person.supplier().isEmpty()) {
            return List.of();
        }
        return List.of(new Part("contact", db.sql("""
                SELECT supplier.number, contact.name, contact.email, contact.phone, contact.from_day, contact.until_day
                  FROM supplier.contact
                  JOIN supplier.supplier ON supplier.id = contact.supplier
                 WHERE contact.supplier = :supplier AND lower(contact.email) = lower(:email)
                 ORDER BY contact.from_day
                """)
                .param("supplier", person.supplier().get()).param("email", person.email())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    for (var field : List.of("number", "name", "email", "phone")) {
                        fields.put(field, row.getString(field));
                    }
                    fields.put("from", row.getObject("from_day", LocalDate.class));
                    var until = row.getObject("until_day", LocalDate.class);
                    fields.put("until", until == null ? "" : until);
                    return fields;
                }).list()));
    }
}

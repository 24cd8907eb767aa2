package org.probity.disclosure.customer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which customer a person could look, and until when. */
@Component
class CustomerData implements PersonalData {
    private final JdbcClient db;

    CustomerData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "customer.data.";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<Part> about(Account person) {
        return List.of(new Part("access", db.sql("""
                SELECT customer.name, access.last_day, access.agreed_at
                  FROM customer.access
                  JOIN customer.customer ON customer.id = access.customer
                 WHERE access.account = :person
                 ORDER BY access.no
                """)
                .param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("customer", row.getString("name"));
                    fields.put("until", row.getObject("last_day", LocalDate.class));
                    fields.put("at", row.getObject("agreed_at", OffsetDateTime.class).toInstant());
                    return fields;
                }).list()));
    }
}

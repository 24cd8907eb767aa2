package org.probity.supply.esg;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person remarked on a supplier's answers. */
@Component
class EsgData implements PersonalData {
    private final JdbcClient db;

    EsgData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "esg.data.";
    }

    @Override
    public int order() {
        return 57;
    }

    @Override
    public List<Part> about(Account person) {
        var rows = db.sql("SELECT question, words, at FROM esg.remark WHERE by = :person ORDER BY at DESC").param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    fields.put("question", row.getString("question"));
                    fields.put("words", row.getString("words"));
                    return fields;
                }).list();
        return rows.isEmpty() ? List.of() : List.of(new Part("remarks", rows));
    }
}

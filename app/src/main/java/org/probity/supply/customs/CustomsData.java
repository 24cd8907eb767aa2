package org.probity.supply.customs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about people here: which packs they asked for, stopped and handed out, and which chains they said customs cleared. */
@Component
class CustomsData implements PersonalData {
    private final JdbcClient db;

    CustomsData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "customs.data.";
    }

    @Override
    public int order() {
        return 67;
    }

    @Override
    public List<Part> about(Account person) {
        return Stream.of(
                new Part("packs", rows(person, "pack", """
                        SELECT no || ' ' || title AS what, asked_at AS at FROM customs.pack WHERE asked_by = :account
                         UNION ALL
                        SELECT pack.no || ' ' || pack.title, at FROM customs.cancelled JOIN customs.pack ON pack.id = cancelled.pack WHERE cancelled_by = :account
                         ORDER BY 2""")),
                new Part("handouts", rows(person, "pack", """
                        SELECT pack.no || ' → ' || recipient AS what, handed_at AS at FROM customs.handout JOIN customs.pack ON pack.id = handout.pack
                         WHERE handed_by = :account ORDER BY handed_at""")),
                new Part("cleared", rows(person, "entry", "SELECT entry AS what, said_at AS at FROM customs.cleared WHERE said_by = :account ORDER BY said_at")))
                .filter(it -> !it.rows().isEmpty()).toList();
    }

    private List<Map<String, Object>> rows(Account person, String what, String query) {
        return db.sql(query).param("account", person.id()).query((row, n) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(what, row.getString("what"));
            fields.put("at", row.getTimestamp("at").toInstant());
            return fields;
        }).list();
    }
}

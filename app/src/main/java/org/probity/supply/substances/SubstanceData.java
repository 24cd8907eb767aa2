package org.probity.supply.substances;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about people here: which papers they sent for their company, and what they ruled. */
@Component
class SubstanceData implements PersonalData {
    private final JdbcClient db;

    SubstanceData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "substances.data.";
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public List<Part> about(Account person) {
        var sent = db.sql("""
                SELECT item.name, paper.received_at
                  FROM substances.paper
                  JOIN evidence.item ON item.id = paper.evidence
                 WHERE paper.received_by = :account
                 ORDER BY paper.received_at
                """)
                .param("account", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("file", row.getString("name"));
                    fields.put("sent", row.getTimestamp("received_at").toInstant());
                    return fields;
                }).list();
        var ruled = db.sql("""
                SELECT item.name, verdict.verdict, verdict.department, verdict.reason, verdict.at
                  FROM substances.verdict
                  JOIN substances.paper ON paper.id = verdict.paper
                  JOIN evidence.item ON item.id = paper.evidence
                 WHERE verdict.by = :account
                 ORDER BY verdict.at
                """)
                .param("account", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("file", row.getString("name"));
                    fields.put("ruling", new Code("substances.verdict.", row.getString("verdict")));
                    fields.put("department", new Code("substances.department.", row.getString("department")));
                    fields.put("reason", row.getString("reason"));
                    fields.put("at", row.getTimestamp("at").toInstant());
                    return fields;
                }).list();
        return Stream.of(new Part("sent", sent), new Part("ruled", ruled)).filter(it -> !it.rows().isEmpty()).toList();
    }
}

package org.probity.shapes.decision;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person proposed and ruled on, in their own words. */
@Component
class DecisionData implements PersonalData {
    private final JdbcClient db;

    DecisionData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "decision.data.";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Part> about(Account person) {
        return List.of(new Part("decisions", db.sql("""
                SELECT matter, 'PROPOSED' AS act, reason, proposed_at AS at FROM decision.proposal WHERE proposed_by = :person
                UNION ALL
                SELECT matter, outcome, ruling.reason, ruled_at
                  FROM decision.ruling
                  JOIN decision.proposal ON proposal.id = ruling.proposal
                 WHERE ruled_by = :person
                 ORDER BY at DESC
                """)
                .param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    fields.put("matter", new Code("decision.matter.", row.getString("matter")));
                    fields.put("act", new Code("decision.data.act.", row.getString("act")));
                    fields.put("reason", row.getString("reason"));
                    return fields;
                }).list()));
    }
}

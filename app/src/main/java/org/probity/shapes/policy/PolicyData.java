package org.probity.shapes.policy;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rules a person was asked to read and when they said they did; which versions they wrote or approved. */
@Component
class PolicyData implements PersonalData {
    private final JdbcClient db;

    PolicyData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "policy.data.";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<Part> about(Account person) {
        return List.of(
                part("readings", person, """
                        SELECT policy.code, version.no, acknowledged.state, acknowledged.at, acknowledged.due_day
                          FROM policy.acknowledged('infinity') AS acknowledged
                          JOIN policy.version ON version.id = acknowledged.version
                          JOIN policy.policy ON policy.id = acknowledged.policy
                         WHERE acknowledged.party IN (SELECT person FROM directory.pass WHERE account = :account UNION SELECT CAST(:account AS uuid))
                         ORDER BY acknowledged.at DESC
                        """),
                part("written", person, """
                        SELECT policy.code, version.no, CASE WHEN version.drafted_by = :account THEN 'DRAFTED' ELSE 'APPROVED' END AS state,
                               coalesce(publication.published_at, version.drafted_at) AS at, version.from_day AS due_day
                          FROM policy.version
                          JOIN policy.policy ON policy.id = version.policy
                          LEFT JOIN policy.publication ON publication.version = version.id
                         WHERE version.drafted_by = :account OR publication.published_by = :account
                         ORDER BY at DESC
                        """));
    }

    private Part part(String name, Account person, String sql) {
        return new Part(name, db.sql(sql).param("account", person.id()).query((row, n) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
            fields.put("rule", row.getString("code"));
            fields.put("version", row.getInt("no"));
            fields.put("state", row.getString("state"));
            return fields;
        }).list());
    }
}

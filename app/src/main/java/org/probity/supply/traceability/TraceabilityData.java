package org.probity.supply.traceability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept about people here: which files of events and which documents they brought, what they said of places, articles, charges and certificates, which chains and claims they agreed to. */
@Component
class TraceabilityData implements PersonalData {
    private final JdbcClient db;

    TraceabilityData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "traceability.data.";
    }

    @Override
    public int order() {
        return 66;
    }

    @Override
    public List<Part> about(Account person) {
        return Stream.of(
                new Part("files", rows(person, "file", """
                        SELECT item.name AS what, capture.sent_at AS at FROM traceability.capture JOIN evidence.item ON item.id = capture.evidence WHERE capture.sent_by = :account ORDER BY capture.sent_at""")),
                new Part("documents", rows(person, "document", "SELECT uri AS what, said_at AS at FROM traceability.document WHERE said_by = :account ORDER BY said_at")),
                new Part("places", rows(person, "address", "SELECT uri AS what, said_at AS at FROM traceability.place WHERE said_by = :account ORDER BY said_at")),
                new Part("articles", rows(person, "address", "SELECT uri AS what, said_at AS at FROM traceability.article WHERE said_by = :account ORDER BY said_at")),
                new Part("certificates", rows(person, "address", "SELECT item.uri AS what, said_at AS at FROM traceability.certificate JOIN traceability.item ON item.number = certificate.item WHERE said_by = :account ORDER BY said_at")),
                new Part("claims", rows(person, "address", "SELECT item.uri AS what, said_at AS at FROM traceability.claim JOIN traceability.item ON item.number = claim.item WHERE :account IN (proposed_by, agreed_by) ORDER BY said_at")),
                new Part("queries", rows(person, "query", """
                        SELECT name AS what, made_at AS at FROM traceability.query WHERE :account IN (made_by, ended_by)
                        UNION ALL
                        SELECT query.name, subscription.made_at FROM traceability.subscription JOIN traceability.query ON query.id = subscription.query WHERE :account IN (subscription.made_by, subscription.ended_by) ORDER BY 2""")),
                new Part("chains", rows(person, "file", """
                        SELECT item.name AS what, accepted_at AS at
                          FROM traceability.chain_file JOIN traceability.capture ON capture.id = chain_file.capture JOIN evidence.item ON item.id = capture.evidence
                         WHERE accepted_by = :account ORDER BY accepted_at""")),
                new Part("charges", rows(person, "site", "SELECT site || ' ' || to_char(month, 'YYYY-MM') AS what, said_at AS at FROM traceability.stated WHERE said_by = :account ORDER BY said_at")))
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

package org.probity.supply.admission;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What admission keeps about a person: authority to sign, what they said about proofs, what they began and did not send. */
@Component
class AdmissionData implements PersonalData {
    private final JdbcClient db;

    AdmissionData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "admission.data.";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<Part> about(Account person) {
        var authority = db.sql("""
                SELECT name, capacity AS kind, valid_until AS until, withdrawn.at AS taken_back, withdrawn.reasons
                  FROM admission.signatory
                  LEFT JOIN admission.signatory_withdrawn AS withdrawn ON withdrawn.signatory = signatory.id
                 WHERE account = :person
                UNION ALL
                SELECT '', 'MANDATE', until_day, withdrawn.at, withdrawn.reasons
                  FROM admission.mandate
                  LEFT JOIN admission.mandate_withdrawn AS withdrawn ON withdrawn.mandate = mandate.id
                 WHERE account = :person
                """)
                .param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("name", row.getString("name"));
                    fields.put("kind", row.getString("kind"));
                    fields.put("until", row.getObject("until", LocalDate.class));
                    var takenBack = row.getObject("taken_back", OffsetDateTime.class);
                    fields.put("taken-back", takenBack == null ? "" : takenBack.toInstant());
                    fields.put("reasons", takenBack == null ? "" : row.getString("reasons"));
                    return fields;
                }).list();
        var said = db.sql("SELECT at, leg, conclusion, reasons FROM admission.ruling JOIN admission.proof ON proof.id = ruling.proof WHERE by = :person ORDER BY at DESC")
                .param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    fields.put("leg", row.getString("leg"));
                    fields.put("conclusion", row.getString("conclusion"));
                    fields.put("reasons", row.getString("reasons"));
                    return fields;
                }).list();
        var drafts = db.sql("SELECT saved_at AS at, subject AS leg FROM admission.draft WHERE account = :person ORDER BY saved_at DESC")
                .param("person", person.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    fields.put("leg", row.getString("leg"));
                    return fields;
                }).list();
        return List.of(new Part("authority", authority), new Part("said", said), new Part("drafts", drafts));
    }
}

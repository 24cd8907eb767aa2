package org.probity.supply.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads agreements with everything that was done to them. */
@Component
class AgreementRows {
    private final JdbcClient db;

    AgreementRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Agreement> find(UUID id) {
        return read("agreement.id = :id", id).stream().findFirst();
    }

    /** Newest first. */
    List<Agreement> of(UUID supplier) {
        return read("agreement.supplier = :id", supplier);
    }

    private List<Agreement> read(String which, UUID id) {
        return db.sql("""
                SELECT agreement.id, agreement.supplier, agreement.leg, template, version, title_en, title_zh, party,
                       agreement.text_en, agreement.text_zh, sha256, offered_at, record
                  FROM admission.agreement
                  JOIN admission.template ON template.id = agreement.template
                 WHERE\s""" + which + " ORDER BY offered_at DESC, agreement.id")
                .param("id", id)
                .query(this::agreement).list();
    }

    private Agreement agreement(ResultSet row, int no) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var steps = db.sql("""
                SELECT no, act, by, at, on_day, signatory, signatory.name AS signatory_name, mandate, reasons, agreement_step.evidence, from_day, until_day,
                       agreement_step.record
                  FROM admission.agreement_step
                  LEFT JOIN admission.signatory ON signatory.id = agreement_step.signatory
                 WHERE agreement = :id
                 ORDER BY no
                """)
                .param("id", id)
                .query(Agreement.Step.class).list();
        return new Agreement(id, row.getObject("supplier", UUID.class), row.getString("leg"), row.getObject("template", UUID.class), row.getInt("version"),
                row.getString("title_en"), row.getString("title_zh"), row.getString("party"), row.getString("text_en"), row.getString("text_zh"),
                row.getString("sha256"), row.getObject("offered_at", OffsetDateTime.class).toInstant(), row.getObject("record", UUID.class), steps);
    }
}

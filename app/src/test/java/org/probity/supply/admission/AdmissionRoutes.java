package org.probity.supply.admission;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.SubjectRoutes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AdmissionRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/admission/signatories/{id}/withdrawal", "/app/admission/mandates/{id}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of("/app/portal/admission/signatories/{id}", supplier -> "/app/portal/admission/signatories/" + signatory(house.getBean(JdbcClient.class), supplier));
    }

    /** Somebody of the supplier who was named once; whoever was, the address is theirs. */
    private static UUID signatory(JdbcClient db, UUID supplier) {
        if (db.sql("SELECT count(*) FROM supplier.supplier WHERE id = :id").param("id", supplier).query(Long.class).single() == 0) {
            return UUID.randomUUID();
        }
        var file = db.sql("SELECT id FROM evidence.item LIMIT 1").query(UUID.class).single();
        return db.sql("""
                INSERT INTO admission.signatory (id, supplier, account, name, capacity, valid_until, evidence, named_at, record)
                VALUES (gen_random_uuid(), :supplier, gen_random_uuid(), 'Chen Yu', 'AUTHORISED', current_date, :file, now(), gen_random_uuid())
                RETURNING id
                """).param("supplier", supplier).param("file", file).query(UUID.class).single();
    }
}

package org.probity.supply.traceability;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.SubjectRoutes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class TraceabilityRoutes implements SubjectRoutes {
    private static final String ID = "/{id:[0-9a-f-]{36}}";

    @Override
    public Set<String> keptFromContacts() {
        var captures = "/app/traceability/captures" + ID;
        return Set.of(captures, captures + "/file", captures + "/again", "/app/traceability/items/{number:[0-9]{1,9}}", "/app/traceability/events/{id:[0-9]{1,18}}", "/api/traceability/events/{hash}",
                "/app/traceability/lots/{subject:[0-9a-f-]{36}}", "/app/traceability/events/{id:[0-9]{1,18}}/documents", "/app/traceability/events/{id:[0-9]{1,18}}/documents/{item:[0-9a-f-]{36}}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        Function<UUID, UUID> capture = supplier -> capture(house.getBean(JdbcClient.class), supplier);
        return Map.of("/app/portal/traceability" + ID, supplier -> "/app/portal/traceability/" + capture.apply(supplier),
                "/app/portal/traceability" + ID + "/again", supplier -> "/app/portal/traceability/" + capture.apply(supplier) + "/again",
                "/api/traceability/capture/{id}", supplier -> "/api/traceability/capture/" + capture.apply(supplier));
    }

    private static UUID capture(JdbcClient db, UUID supplier) {
        var id = UUID.randomUUID();
        if (db.sql("SELECT count(*) FROM supplier.supplier WHERE id = :id").param("id", supplier).query(Long.class).single() == 0) {
            return id;
        }
        db.sql("INSERT INTO evidence.blob (sha256, size) VALUES (sha256(:bytes), 1) ON CONFLICT DO NOTHING").param("bytes", new byte[] {1}).update();
        db.sql("INSERT INTO evidence.item (id, sha256, name, media_type, brought_by, brought_at) VALUES (:id, sha256(:bytes), 'events.json', 'x/y', :id, now())").param("id", id)
                .param("bytes", new byte[] {1}).update();
        db.sql("INSERT INTO traceability.capture (id, form, supplier, evidence, faulty, sent_by, sent_at) VALUES (:id, 'EPCIS', :supplier, :id, 'REFUSE_ALL', :id, now())").param("id", id)
                .param("supplier", supplier).update();
        return id;
    }
}

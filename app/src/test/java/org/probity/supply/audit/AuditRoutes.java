package org.probity.supply.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditRoutes implements SubjectRoutes {
    private static final Map<UUID, UUID> REPORTED = new HashMap<>();

    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/audits/{id:[0-9a-f-]{36}}";
        return Stream.concat(
                Stream.of("", "/team", "/declaration", "/beginning", "/meetings", "/sampling", "/choice", "/report", "/word", "/calling-off", "/report-{lang}.pdf", "/checklist", "/sync",
                        "/photos", "/photos/{photo}").map(it -> one + it),
                Stream.of("/app/audits/findings/{finding}", "/app/audits/packs/{code}", "/app/audits/points/{proposal}/approval", "/app/audits/points/{proposal}/rejection",
                        "/app/audits/points/{proposal}/withdrawal", "/app/audits/plan/{year:[0-9]{4}}", "/app/audits/plan/{year:[0-9]{4}}/capacity",
                        "/app/audits/plan/{year:[0-9]{4}}/draw", "/app/audits/plan/{year:[0-9]{4}}/change")).collect(Collectors.toSet());
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of(
                "/app/portal/audit/{id}", supplier -> "/app/portal/audit/" + reported(house, supplier),
                "/app/portal/audit/{id}/comments", supplier -> "/app/portal/audit/" + reported(house, supplier) + "/comments",
                "/app/portal/audit/{id}/report-{lang}.pdf", supplier -> "/app/portal/audit/" + reported(house, supplier) + "/report-en.pdf");
    }

    /** An audit whose report holds; how it came to that is another test's. */
    private static UUID reported(ApplicationContext house, UUID supplier) {
        return REPORTED.computeIfAbsent(supplier, it -> {
            var db = house.getBean(JdbcClient.class);
            var id = UUID.randomUUID();
            if (db.sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", it).query(Long.class).single() == 0) {
                return id;
            }
            var site = db.sql("INSERT INTO supplier.site (id, supplier, name, address, country) VALUES (gen_random_uuid(), :supplier, :name, '', 'CN') RETURNING id")
                    .param("supplier", it).param("name", "Plant " + id).query(UUID.class).single();
            db.sql("""
                    INSERT INTO audit.audit (id, number, supplier, site, scope, pack, pack_version, pack_sha256, from_day, until_day, arranged_by)
                    VALUES (:id, :number, :supplier, :site, 'Line', 'general', 1, 'x', current_date, current_date, gen_random_uuid())
                    """).param("id", id).param("number", "W" + id).param("supplier", it).param("site", site).update();
            db.sql("""
                    INSERT INTO audit.step (audit, no, state, at, by, findings, reaudit_day, record)
                    VALUES (:id, 1, 'REPORTED', now(), gen_random_uuid(), 0, current_date + 700, gen_random_uuid())
                    """).param("id", id).update();
            return id;
        });
    }
}

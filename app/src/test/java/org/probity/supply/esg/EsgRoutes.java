package org.probity.supply.esg;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.SubjectRoutes;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class EsgRoutes implements SubjectRoutes {
    private static final Map<UUID, UUID> ASKED = new HashMap<>();

    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/app/esg/forms/{code:[a-z]+}", "/app/esg/rules/{proposal}");
    }

    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/esg/assessments/{id}";
        return Set.of(one, one + "/acceptance", one + "/return", one + "/files/{file}", one + "/answers", "/app/esg/plans/{id}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        var one = "/app/portal/esg/";
        return Map.of(
                one + "{id}", supplier -> one + asked(house, supplier),
                one + "{id}/sending", supplier -> one + asked(house, supplier) + "/sending",
                one + "{id}/table", supplier -> one + asked(house, supplier) + "/table",
                one + "{id}/sections/{section:[a-z]+}", supplier -> one + asked(house, supplier) + "/sections/change",
                one + "{id}/files/{file}", supplier -> one + asked(house, supplier) + "/files/" + file(house, supplier));
    }

    private static UUID asked(ApplicationContext house, UUID supplier) {
        return ASKED.computeIfAbsent(supplier, it -> {
            var known = house.getBean(JdbcClient.class).sql("SELECT FROM supplier.name WHERE id = :id").param("id", it).query((row, n) -> row).optional().isPresent();
            if (!known) {
                return UUID.randomUUID();
            }
            var day = LocalDate.now(house.getBean(Clock.class));
            var obligations = house.getBean(Obligations.class);
            obligations.open(Topic.PROCESS.obligation(), day.getYear(), day.plusDays(30), List.of(it), null);
            var id = obligations.of(it).stream().filter(owed -> owed.kind().equals(Topic.PROCESS.obligation())).findFirst().orElseThrow().id();
            house.getBean(Sheets.class).open(EsgForms.process1(), day.getYear(), Map.of(id, it));
            var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(it));
            house.getBean(Sheets.class).attach(house.getBean(Sheets.class).about(id).orElseThrow(), "P1",
                    List.of(new Sheets.Upload("iso.pdf", "application/pdf", "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.UTF_8))), contact);
            return id;
        });
    }

    private static UUID file(ApplicationContext house, UUID supplier) {
        var sheets = house.getBean(Sheets.class);
        return sheets.about(asked(house, supplier)).flatMap(it -> sheets.filled(it).files("P1").stream().findFirst()).map(it -> it.evidence()).orElseGet(UUID::randomUUID);
    }
}

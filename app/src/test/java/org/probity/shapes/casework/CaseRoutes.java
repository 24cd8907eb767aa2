package org.probity.shapes.casework;

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
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseRoutes implements SubjectRoutes {
    private static final Me QUALITY = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());
    private static final Map<UUID, UUID> OPENED = new HashMap<>();

    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/casework/{id:[0-9a-f-]{36}}";
        return Set.of(one, one + "/acceptance", one + "/return", one + "/verification", one + "/no-action", one + "/closure", one + "/files/{file}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of(
                "/app/portal/casework/{id}", supplier -> "/app/portal/casework/" + opened(house, supplier),
                "/app/portal/casework/{id}/plan", supplier -> "/app/portal/casework/" + opened(house, supplier) + "/plan",
                "/app/portal/casework/{id}/done", supplier -> "/app/portal/casework/" + opened(house, supplier) + "/done",
                "/app/portal/casework/{id}/files/{file}", supplier -> "/app/portal/casework/" + opened(house, supplier) + "/files/" + file(house, supplier));
    }

    /** A case that the supplier has shown to be done, with a file. */
    private static UUID opened(ApplicationContext house, UUID supplier) {
        return OPENED.computeIfAbsent(supplier, it -> {
            var there = house.getBean(JdbcClient.class).sql("SELECT FROM supplier.name WHERE id = :id").param("id", it).query((row, n) -> row).optional().isPresent();
            if (!there) {
                return UUID.randomUUID();
            }
            var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(it));
            var day = LocalDate.now(house.getBean(Clock.class)).plusDays(9);
            var cases = house.getBean(Cases.class);
            var id = cases.open("evaluation.plan", "C", UUID.randomUUID(), it, "Grade C", "评级 C", QUALITY).id();
            done(cases.plan(id, new Cases.Plan("Sorted", "A worn tool", List.of(new Case.Measure(Case.Aim.CORRECTIVE, "Another tool", "Lead", day),
                    new Case.Measure(Case.Aim.PREVENTIVE, "A check", "Lead", day))), contact));
            done(house.getBean(CaseRulings.class).accept(id, QUALITY));
            done(cases.done(id, "It is done", List.of(new Cases.Upload("photo.pdf", "application/pdf", "%PDF-1.4".getBytes())), contact));
            return id;
        });
    }

    private static UUID file(ApplicationContext house, UUID supplier) {
        return house.getBean(Cases.class).files(opened(house, supplier)).stream().findFirst().map(it -> it.id()).orElseGet(UUID::randomUUID);
    }

    private static void done(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?>(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }
}

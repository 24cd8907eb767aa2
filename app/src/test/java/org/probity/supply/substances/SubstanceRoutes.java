package org.probity.supply.substances;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.SubjectRoutes;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationContext;

class SubstanceRoutes implements SubjectRoutes {
    private static final Map<UUID, UUID> ASKED = new HashMap<>();
    private static final Map<UUID, UUID> SENT = new HashMap<>();

    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/app/portal/substances/samples/{which}.xml");
    }

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/substances/lists/{id:[0-9a-f-]{36}}", "/app/substances/rules/{proposal}", "/app/substances/norms/{proposal}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of(
                "/app/portal/substances/{id:[0-9a-f-]{36}}", supplier -> "/app/portal/substances/" + asked(house, supplier),
                "/app/substances/papers/{id}", supplier -> "/app/substances/papers/" + sent(house, supplier),
                "/app/substances/papers/{id}/acceptance", supplier -> "/app/substances/papers/" + sent(house, supplier) + "/acceptance",
                "/app/substances/papers/{id}/return", supplier -> "/app/substances/papers/" + sent(house, supplier) + "/return",
                "/app/substances/papers/{id}/file", supplier -> "/app/substances/papers/" + sent(house, supplier) + "/file");
    }

    private static UUID asked(ApplicationContext house, UUID supplier) {
        sent(house, supplier);
        return ASKED.getOrDefault(supplier, supplier);
    }

    private static UUID sent(ApplicationContext house, UUID supplier) {
        return SENT.computeIfAbsent(supplier, it -> {
            if (house.getBean(Suppliers.class).find(it).isEmpty()) {
                return UUID.randomUUID();
            }
            var in = house.getAutowireCapableBeanFactory().createBean(InScope.class);
            in.scope(in.material(it), InScope.BOTH);
            InScope.done(in.requests.open(in.today.getYear(), in.today, in.ehs));
            ASKED.put(it, in.owed(it, PaperKind.ROHS).id());
            return in.send(it, PaperKind.ROHS, in.today).id();
        });
    }
}

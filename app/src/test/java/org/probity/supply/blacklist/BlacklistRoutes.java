package org.probity.supply.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.SubjectRoutes;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationContext;

class BlacklistRoutes implements SubjectRoutes {
    private static final Map<UUID, UUID> HELD = new HashMap<>();

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/blacklist/{id}", "/app/blacklist/{id}/exhibits", "/app/blacklist/{id}/exhibits/{exhibit}", "/app/blacklist/{id}/hearing",
                "/app/blacklist/{id}/suspension", "/app/blacklist/{id}/drop", "/app/blacklist/{id}/ban", "/app/blacklist/{id}/lifting", "/app/blacklist/{id}/kin",
                "/app/blacklist/{id}/traits", "/app/blacklist/bans/{id}/approval", "/app/blacklist/bans/{id}/rejection", "/app/blacklist/bans/{id}/withdrawal",
                "/app/blacklist/liftings/{id}/approval", "/app/blacklist/liftings/{id}/rejection", "/app/blacklist/liftings/{id}/withdrawal",
                "/app/blacklist/incidents/{id}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of("/app/portal/blacklist/{id}", supplier -> "/app/portal/blacklist/" + HELD.computeIfAbsent(supplier, it -> held(house, it)));
    }

    /** A case that the supplier was told of. */
    private static UUID held(ApplicationContext house, UUID supplier) {
        if (house.getBean(Suppliers.class).find(supplier).isEmpty()) {
            return UUID.randomUUID();
        }
        var today = LocalDate.now(house.getBean(Clock.class));
        var matters = house.getBean(Matters.class);
        var matter = ACase.done(matters.open(supplier, "QUALITY", today, "A defect", ACase.LEGAL));
        return ACase.done(matters.callHearing(matter, today.plusDays(9), "A defect", ACase.LEGAL));
    }
}

package org.probity.shapes.gathering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class GatheringRoutes implements SubjectRoutes {
    private static final Map<UUID, UUID> HELD = new HashMap<>();

    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/gatherings/{id:[0-9a-f-]{36}}";
        return Stream.of("", "/minutes", "/reading", "/follow-ups", "/follow-ups/{followUp}/done", "/follow-ups/{followUp}/ruling", "/calling-off", "/sessions/{session}/presences",
                "/sessions/{session}/import", "/sessions/{session}/withdrawal", "/sessions/{session}/closing", "/sessions/{session}/door",
                "/api/gatherings/{occasion}/sessions", "/api/gatherings/sessions/{session}/presences").map(it -> it.startsWith("/api") ? it : one + it).collect(Collectors.toSet());
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of(
                "/app/portal/gatherings/{id}", supplier -> "/app/portal/gatherings/" + held(house, supplier),
                "/app/portal/gatherings/{id}/reading", supplier -> "/app/portal/gatherings/" + held(house, supplier) + "/reading",
                "/app/portal/gatherings/{id}/follow-ups/{followUp}/done", supplier -> "/app/portal/gatherings/" + held(house, supplier) + "/follow-ups/"
                        + house.getBean(FollowUps.class).of(held(house, supplier)).stream().findFirst().map(it -> it.id()).orElseGet(UUID::randomUUID) + "/done");
    }

    private static UUID held(ApplicationContext house, UUID supplier) {
        return HELD.computeIfAbsent(supplier, it -> {
            if (house.getBean(JdbcClient.class).sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", it).query(Long.class).single() == 0) {
                return UUID.randomUUID();
            }
            var clock = house.getBean(Clock.class);
            var id = AnOccasion.done(house.getBean(Occasions.class).open(new Occasions.Opening("exchange.exchange", "Walk", List.of("CLIMATE"), List.of(it),
                    List.of(AnOccasion.justOver(clock))), AnOccasion.OFFICER));
            AnOccasion.done(house.getBean(Minutes.class).write(id, "Words", AnOccasion.OFFICER));
            AnOccasion.done(house.getBean(FollowUps.class).agree(id, "Do it", null, it, LocalDate.now(clock).plusDays(5), AnOccasion.OFFICER));
            return id;
        });
    }
}

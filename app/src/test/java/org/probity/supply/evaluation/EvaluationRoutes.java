package org.probity.supply.evaluation;

import java.math.BigDecimal;
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
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvaluationRoutes implements SubjectRoutes {
    private static final Map<UUID, UUID> GIVEN = new HashMap<>();

    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/app/evaluation/feeds/{kind}.csv", "/app/evaluation/rules/{version}/approval", "/app/evaluation/rules/{version}/rejection",
                "/app/evaluation/rules/{version}/withdrawal");
    }

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/evaluation/{id}", "/app/evaluation/{id}/computation", "/app/evaluation/{id}/proposal", "/app/evaluation/{id}/approval",
                "/app/evaluation/{id}/rejection", "/app/evaluation/{id}/withdrawal", "/app/evaluation/{round}/{supplier}",
                "/app/evaluation/{round}/{supplier}/judgements", "/app/evaluation/{round}/{supplier}/answer", "/app/evaluation/{round}/{supplier}/consequence",
                "/app/evaluation/appeals/{id}/file", "/api/suppliers/{id}/grades");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of("/app/portal/evaluation/{card}", supplier -> "/app/portal/evaluation/" + GIVEN.computeIfAbsent(supplier, it -> given(house, it)),
                "/app/portal/evaluation/{card}/package.zip",
                supplier -> "/app/portal/evaluation/" + GIVEN.computeIfAbsent(supplier, it -> given(house, it)) + "/package.zip");
    }

    /** A grade that was given to this supplier; a half-year is graded once, so the rounds of the walks before go first. */
    private static UUID given(ApplicationContext house, UUID supplier) {
        var known = house.getBean(Suppliers.class).find(supplier);
        if (known.isEmpty()) {
            return UUID.randomUUID();
        }
        var buyer = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
        var quality = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());
        var year = LocalDate.now(house.getBean(Clock.class)).getYear() - 1;
        var half = GIVEN.size() % 2 + 1;
        var day = LocalDate.of(year, half == 1 ? 2 : 8, 2);
        var feeds = house.getBean(Feeds.class);
        var rounds = house.getBean(Rounds.class);
        done(feeds.orders("walk", List.of(new Feeds.OrderLine(supplier.toString(), 1, known.get().number(), day, BigDecimal.TEN)), buyer));
        done(feeds.deliveries("walk", List.of(new Feeds.Delivery(supplier.toString(), 1, "G", day, BigDecimal.TEN, BigDecimal.ZERO)), buyer));
        rounds.of(year, half).ifPresent(before -> house.getBean(JdbcClient.class).sql("TRUNCATE evaluation.round CASCADE").update());
        var round = done(rounds.open(year, half, buyer));
        done(rounds.compute(round, buyer));
        done(rounds.propose(round, buyer));
        done(rounds.rule(round, Outcome.APPROVED, "", quality));
        return house.getBean(Scorecards.class).newest(round).stream().filter(it -> it.supplier().equals(supplier)).findFirst().orElseThrow().id();
    }

    private static <T> T done(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }
}

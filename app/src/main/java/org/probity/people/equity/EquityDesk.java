package org.probity.people.equity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.springframework.stereotype.Component;

/** Plans, grants, events and what shall come sooner that wait for a second person. */
@Component
class EquityDesk implements Waiting {
    private final StockPlans plans;
    private final Grantings grantings;
    private final Happenings happenings;
    private final Accelerations accelerations;
    private final Decisions decisions;

    EquityDesk(StockPlans plans, Grantings grantings, Happenings happenings, Accelerations accelerations, Decisions decisions) {
        this.plans = plans;
        this.grantings = grantings;
        this.happenings = happenings;
        this.accelerations = accelerations;
        this.decisions = decisions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.HR)) {
            return List.of();
        }
        return Stream.of(
                decisions.waitingFor(StockPlans.MATTER, me).stream().flatMap(it -> plans.find(it.subject()).stream()).map(it -> duty("equity.desk.plan", it)),
                decisions.waitingFor(Grantings.MATTER, me).stream().flatMap(it -> grantings.find(it.subject()).stream()).flatMap(it -> plans.find(it.plan()).stream()).map(it -> duty("equity.desk.granting", it)),
                decisions.waitingFor(Happenings.MATTER, me).stream().flatMap(it -> happenings.find(it.subject()).stream()).flatMap(it -> plans.find(it.plan()).stream()).map(it -> duty("equity.desk.event", it)),
                decisions.waitingFor(Accelerations.MATTER, me).stream().flatMap(it -> accelerations.planOf(it.subject()).stream()).flatMap(it -> plans.find(it).stream()).map(it -> duty("equity.desk.sooner", it)))
                .flatMap(it -> it).toList();
    }

    private static Duty duty(String act, StockPlan plan) {
        return new Duty(Words.of(act), s -> plan.name(s.lang()), Words.of("equity.waiting"), "equity.title", "/app/reward/stock-plans/" + plan.id(), Optional.empty());
    }
}

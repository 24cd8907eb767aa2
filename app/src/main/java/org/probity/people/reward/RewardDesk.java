package org.probity.people.reward;

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

/** Plans, splits and units that wait for a second person. */
@Component
class RewardDesk implements Waiting {
    private final Plans plans;
    private final Periods periods;
    private final Splits splits;
    private final UnitPlans unitPlans;
    private final Units units;
    private final Decisions decisions;

    RewardDesk(Plans plans, Periods periods, Splits splits, UnitPlans unitPlans, Units units, Decisions decisions) {
        this.plans = plans;
        this.periods = periods;
        this.splits = splits;
        this.unitPlans = unitPlans;
        this.units = units;
        this.decisions = decisions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.HR)) {
            return List.of();
        }
        var waiting = Words.of("reward.waiting");
        return Stream.of(
                decisions.waitingFor(Plans.MATTER, me).stream().flatMap(it -> plans.find(it.subject()).stream())
                        .map(it -> new Duty(Words.of("reward.desk.plan"), s -> it.name(s.lang()), waiting, "reward.title", "/app/reward/plans/" + it.id(), Optional.empty())),
                decisions.waitingFor(Splits.MATTER, me).stream().flatMap(it -> splits.find(it.subject()).stream()).flatMap(it -> periods.find(it.period()).stream())
                        .map(it -> new Duty(Words.of("reward.desk.split"), s -> RewardPage.days(s, it), waiting, "reward.title", "/app/reward/periods/" + it.id(), Optional.empty())),
                decisions.waitingFor(UnitPlans.MATTER, me).stream().flatMap(it -> unitPlans.find(it.subject()).stream())
                        .map(it -> new Duty(Words.of("reward.desk.unit-plan"), s -> it.name(s.lang()), waiting, "reward.title", "/app/reward/unit-plans/" + it.id(), Optional.empty())),
                decisions.waitingFor(Units.MATTER, me).stream().flatMap(it -> units.find(it.subject()).stream())
                        .map(it -> new Duty(Words.of("reward.desk.units"), s -> String.valueOf(it.year()), waiting, "reward.title", "/app/reward/unit-plans/" + it.plan() + "/years/" + it.year(), Optional.empty())))
                .flatMap(it -> it).toList();
    }
}

package org.probity.supply.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Departments;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Component;

/**
 * What of the blacklist waits for those who decide: hearings to call, heard cases, proposals of others, stops that end by
 * themselves, incidents. Proposals wait for those of quality whose department answers for what the supplier supplies.
 */
@Component
class BlacklistDesk implements Waiting {
    private final Matters matters;
    private final Blacklist blacklist;
    private final Incidents incidents;
    private final Decisions decisions;
    private final Suppliers suppliers;
    private final Departments departments;
    private final Clock clock;

    BlacklistDesk(Matters matters, Blacklist blacklist, Incidents incidents, Decisions decisions, Suppliers suppliers, Departments departments, Clock clock) {
        this.matters = matters;
        this.blacklist = blacklist;
        this.incidents = incidents;
        this.decisions = decisions;
        this.suppliers = suppliers;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!BlacklistWeb.decides(me)) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var mine = departments.mine(me, today);
        var duties = new ArrayList<Duty>();
        decisions.waitingFor(Blacklist.BAN, me).stream().flatMap(it -> blacklist.ban(it.subject()).stream()).flatMap(it -> matters.find(it.matter()).stream())
                .filter(it -> mine.asAny(BlacklistWeb.DECIDE, category(it)))
                .forEach(it -> duties.add(duty(it, "blacklist.desk.rule", Optional.ofNullable(it.suspendedUntil()))));
        decisions.waitingFor(Blacklist.LIFT, me).stream().flatMap(it -> blacklist.lifting(it.subject()).stream()).flatMap(it -> blacklist.ban(it.ban()).stream())
                .flatMap(it -> matters.find(it.matter()).stream()).filter(it -> mine.asAny(BlacklistWeb.DECIDE, category(it)))
                .forEach(it -> duties.add(duty(it, "blacklist.desk.lift", Optional.empty())));
        if (me.is(Role.LEGAL)) {
            matters.about(null).stream().filter(Matter::running).forEach(it -> {
                if (it.dueDay() == null) {
                    duties.add(duty(it, "blacklist.desk.call", Optional.ofNullable(it.suspendedUntil())));
                } else if (it.heard(today) && blacklist.bans(it.id()).stream().noneMatch(Ban::waits)) {
                    duties.add(duty(it, "blacklist.desk.decide", Optional.ofNullable(it.suspendedUntil())));
                }
            });
            incidents.all().stream().filter(Incident::open).forEach(it -> duties.add(new Duty(Words.of("blacklist.desk.incident"),
                    s -> it.name(s.lang()) + " · " + it.document(), Words.of("blacklist.incident-open"), "blacklist.title", "/app/blacklist/incidents", Optional.empty())));
        }
        return duties;
    }

    private List<String> category(Matter it) {
        return suppliers.find(it.supplier()).stream().map(Supplier::category).toList();
    }

    private Duty duty(Matter it, String act, Optional<LocalDate> due) {
        return new Duty(Words.of(act), s -> it.name(s.lang()) + " · " + it.ground(s.lang()),
                s -> s.t("blacklist.stage." + it.stage(LocalDate.now(clock))), "blacklist.title", it.path(), due);
    }
}

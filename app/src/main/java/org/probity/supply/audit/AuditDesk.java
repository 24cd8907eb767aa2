package org.probity.supply.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.PortalDuties;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Component;

/** What of audits waits for a person, finding one, and a supplier's reports in the portal. */
@Component
class AuditDesk implements Waiting, Finds, PortalDuties {
    private final AuditList list;
    private final Audits audits;
    private final Suppliers suppliers;
    private final Decisions decisions;

    AuditDesk(AuditList list, Audits audits, Suppliers suppliers, Decisions decisions) {
        this.list = list;
        this.audits = audits;
        this.suppliers = suppliers;
        this.decisions = decisions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var mine = list.mine(me.account());
        var names = suppliers.find(mine.stream().map(Audit::supplier).distinct().toList()).stream().collect(Collectors.toMap(Supplier::id, it -> it));
        var duties = mine.stream().map(it -> new Duty(Words.of(act(it, me.account())), s -> it.number() + " · " + names.get(it.supplier()).name(s.lang()),
                Words.of("audit.state." + it.state()), "audit.title", "/app/audits/" + it.id(), Optional.of(it.untilDay())));
        var owed = me.is(Role.QUALITY) ? list.notArranged().stream().map(it -> new Duty(Words.of("audit.desk.arrange"),
                s -> s.lang() == Lang.EN ? it.nameEn() : it.nameZh(), Words.of("audit.not-arranged"), "audit.plan", "/app/audits/new?supplier=" + it.supplier(),
                Optional.of(it.due()))) : Stream.<Duty>empty();
        var points = me.is(Role.QUALITY) || me.is(Role.BUYER) ? decisions.waitingFor(Points.MATTER, me).stream().map(it -> new Duty(Words.of("audit.desk.points"),
                s -> s.t("audit.points-title"), Words.of("audit.points-proposed"), "audit.plan", "/app/audits/points", Optional.empty())) : Stream.<Duty>empty();
        return Stream.of(duties, owed, points).flatMap(it -> it).toList();
    }

    private String act(Audit it, UUID account) {
        return switch (it.state()) {
            case ARRANGED -> audits.members(it.id()).stream().anyMatch(member -> member.account().equals(account) && member.dealings() == null)
                    ? "audit.desk.declare" : "audit.desk.begin";
            case UNDERWAY -> "audit.desk.fill";
            case DRAWN_UP -> "audit.desk.word";
            case REPORTED, CALLED_OFF -> throw new IllegalStateException("nothing waits in " + it);
        };
    }

    @Override
    public int order() {
        return 28;
    }

    @Override
    public String group() {
        return "audit.title";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (Stream.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER).noneMatch(me::is)) {
            return List.of();
        }
        return list.lines(Query.all("/app/audits").with("q", words)).stream().limit(MOST)
                .map(it -> new Hit(s -> it.number() + " · " + it.name(s.lang()), Words.of("audit.state." + it.state()), "/app/audits/" + it.id())).toList();
    }

    /** Reports are read and commented on; nothing of them is owed but their corrective actions. */
    @Override
    public List<Line> of(UUID supplier) {
        return audits.of(supplier).stream().filter(it -> it.reauditDay() != null && it.reauditDay().isAfter(audits.today()))
                .map(it -> new Line(s -> s.t("audit.audit") + " " + it.number(), Words.of("audit.portal-line"), "/app/portal/audit/" + it.id(), java.util.Objects.requireNonNull(it.reauditDay()),
                        s -> State.good(s.t("audit.state.REPORTED")), false)).toList();
    }
}

package org.probity.supply.clearance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * Exceptions: those that wait for a second person, and all that were made.
 *
 * @param rules whether who looks may rule on another's
 */
public record ExceptionsPage(List<Waiver> all, Me me, boolean rules, Map<UUID, String> names, LocalDate today, List<Reason> reasons) implements Page {

    public List<Waiver> waiting() {
        return all.stream().filter(it -> it.outcome() == null).toList();
    }

    public List<Waiver> inForce() {
        return all.stream().filter(it -> it.inForce(today)).toList();
    }

    public boolean mine(Waiver it) {
        return it.proposedBy().equals(me.account());
    }

    public static String name(Screen s, Waiver it) {
        return s.lang() == Lang.EN ? it.nameEn() : it.nameZh();
    }

    public static String acts(Screen s, Waiver it) {
        return it.acts().stream().map(act -> s.t(act.words())).collect(Collectors.joining(s.t("clearance.and")));
    }

    public static String rules(Screen s, Waiver it) {
        return it.rules().stream().map(s::t).collect(Collectors.joining(s.t("clearance.and")));
    }

    public Table<Waiver> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("clearance.exceptions"))
                .head("clearance.supplier", it -> new Link(name(s, it), "/app/suppliers/" + it.supplier() + "/clearance"))
                .text("clearance.exception-for", it -> acts(s, it))
                .text("clearance.in-spite-of", it -> rules(s, it))
                .day("clearance.exception-until", Waiver::untilDay)
                .state("clearance.state", it -> state(s, it))
                .text("clearance.proposed-by", it -> names.getOrDefault(it.proposedBy(), "–"))
                .why("clearance.why", Waiver::reason);
    }

    private State state(Screen s, Waiver it) {
        if (it.outcome() == null) {
            return State.none(s.t("clearance.exception-waiting"));
        }
        return switch (it.outcome()) {
            case APPROVED -> it.withdrawnAt() != null ? State.none(s.t("clearance.taken-back"))
                    : it.inForce(today) ? State.warn(s.t("clearance.in-force")) : State.none(s.t("clearance.over"));
            case REJECTED -> State.bad(s.t("clearance.rejected"));
            case WITHDRAWN -> State.none(s.t("clearance.withdrawn"));
        };
    }
}

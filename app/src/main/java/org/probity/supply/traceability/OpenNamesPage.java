package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Which suppliers are named on public cards, and which wait for counsel. @param me whose own proposals another has to rule on */
public record OpenNamesPage(List<OpenNames.Line> lines, UUID me, boolean proposes, boolean rules, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** A proposal or a name in force, with what whoever looks may do. */
    public record Ask(String id, String name, String consent, boolean mayRule) {}

    public List<Ask> waiting(Screen s) {
        return lines.stream().filter(OpenNames.Line::open).map(it -> ask(it, s)).toList();
    }

    public List<Ask> inForce(Screen s) {
        return lines.stream().filter(OpenNames.Line::inForce).map(it -> ask(it, s)).toList();
    }

    private Ask ask(OpenNames.Line it, Screen s) {
        return new Ask(it.id().toString(), it.name(s.lang()), it.consent(), rules && !it.saidBy().equals(me));
    }

    public boolean mayClose() {
        return rules || proposes;
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<?> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("traceability.open-names"))
                .head("traceability.name", it -> new Link(it.name(s.lang()), "/app/suppliers/" + it.supplier()))
                .id("traceability.supplier-number", OpenNames.Line::number)
                .text("traceability.consent", OpenNames.Line::consent)
                .text("traceability.name-said-at", it -> s.time(it.saidAt().toInstant()))
                .state("traceability.state", it -> it.open() ? State.note(s.t("traceability.name-waits")) : it.inForce() ? State.good(s.t("traceability.name-shown"))
                        : it.closedAt() != null ? State.none(s.t("traceability.name-closed")) : State.none(s.t("traceability.name-rejected")));
    }
}

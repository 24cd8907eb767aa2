package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Agreement.Capacity;
import org.probity.supply.admission.Agreement.Signatory;

/** Who signs for a supplier, and a contact who says that they do. */
public record PortalSignatoriesPage(List<Signatory> all, Typed typed, LocalDate today, List<Reason> reasons) implements Page {
    public record Typed(String name, String capacity, String until) {}

    public Table<Signatory> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("admission.signatories"))
                .head("admission.field.contact", it -> new Link(it.name(), "/app/portal/admission/signatories/" + it.id()))
                .text("admission.capacity", it -> s.t("admission.capacity." + it.capacity()))
                .state("admission.stands", it -> state(s, it, today))
                .day("admission.until", it -> Optional.ofNullable(it.until()))
                .why("admission.reasons", it -> Optional.ofNullable(it.withdrawnWhy() == null ? it.reasons() : it.withdrawnWhy()));
    }

    static State state(Screen s, Signatory it, LocalDate today) {
        return it.outcome() == null ? State.note(s.t("admission.turn.OURS"))
                : it.outcome().equals("REFUSED") ? State.bad(s.t("admission.signatory.REFUSED"))
                : it.withdrawnAt() != null ? State.bad(s.t("admission.signatory.WITHDRAWN"))
                : it.holds(today) ? State.good(s.t("admission.signatory.ACCEPTED")) : State.bad(s.t("admission.leg.ENDED"));
    }

    public List<Option> capacities(Screen s) {
        return Stream.of(Capacity.values()).map(it -> new Option(it.name(), s.t("admission.capacity." + it), s.t("admission.capacity-paper." + it))).toList();
    }
}

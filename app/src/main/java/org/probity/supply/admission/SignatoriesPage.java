package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Agreement.Mandate;
import org.probity.supply.admission.Agreement.Signatory;

/**
 * Who may sign: those of suppliers whose papers wait for legal affairs, and those of ours with a mandate.
 *
 * @param suppliers names of suppliers, by id, in the language of the screen last
 * @param accepted one page of the authorities that legal affairs accepted, of {@code acceptedInAll}
 * @param people whom a mandate can be given
 */
public record SignatoriesPage(
        List<Signatory> unchecked, List<Signatory> accepted, long acceptedInAll, Query query, Map<UUID, String[]> suppliers, List<Mandate> mandates, Map<UUID, String> names, List<Option> people, boolean checks, boolean gives,
        LocalDate today, List<Reason> reasons) implements Page {

    public String supplier(Screen s, Signatory it) {
        return suppliers.getOrDefault(it.supplier(), new String[] {"–", "–"})[s.lang() == Lang.EN ? 0 : 1];
    }

    public List<Option> checks(Screen s) {
        return List.of(new Option("true", s.t("admission.authority-good")), new Option("false", s.t("admission.authority-bad")));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("admission.signatory-or-supplier")));
    }

    public Table<Signatory> accepted(Screen s) {
        return Table.of(s, accepted)
                .caption(s.t("admission.authorities-accepted", acceptedInAll))
                .head("admission.field.contact", it -> checks ? new Link(it.name(), "/app/admission/signatories/" + it.id()) : it.name())
                .text("admission.supplier", it -> supplier(s, it))
                .text("admission.capacity", it -> s.t("admission.capacity." + it.capacity()))
                .state("admission.stands", it -> PortalSignatoriesPage.state(s, it, today))
                .day("admission.until", it -> Optional.ofNullable(it.until()))
                .paged(query, acceptedInAll);
    }

    public Table<Mandate> table(Screen s) {
        return Table.of(s, mandates)
                .caption(s.t("admission.mandates"))
                .head("admission.field.contact", it -> gives ? new Link(names.getOrDefault(it.account(), "–"), "/app/admission/mandates/" + it.id()) : names.getOrDefault(it.account(), "–"))
                .state("admission.stands", it -> state(s, it, today))
                .day("admission.since", Mandate::fromDay)
                .day("admission.until", Mandate::untilDay)
                .text("admission.given-by", it -> names.getOrDefault(it.givenBy(), "–"));
    }

    static State state(Screen s, Mandate it, LocalDate today) {
        return it.withdrawnAt() != null ? State.bad(s.t("admission.signatory.WITHDRAWN"))
                : it.holds(today) ? State.good(s.t("admission.leg.HOLDS")) : State.none(s.t("admission.leg.ENDED"));
    }
}

package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Agreement.Mandate;
import org.probity.supply.admission.Agreement.Signatory;

/**
 * Who may sign: those of suppliers whose papers wait for legal affairs, and those of ours with a mandate.
 *
 * @param suppliers names of suppliers, by id, in the language of the screen last
 * @param people whom a mandate can be given
 */
public record SignatoriesPage(
        List<Signatory> unchecked, Map<UUID, String[]> suppliers, List<Mandate> mandates, Map<UUID, String> names, List<Option> people, boolean checks, boolean gives,
        LocalDate today, List<Reason> reasons) implements Page {

    public String supplier(Screen s, Signatory it) {
        return suppliers.getOrDefault(it.supplier(), new String[] {"–", "–"})[s.lang() == Lang.EN ? 0 : 1];
    }

    public List<Option> checks(Screen s) {
        return List.of(new Option("true", s.t("admission.authority-good")), new Option("false", s.t("admission.authority-bad")));
    }

    public Table<Mandate> table(Screen s) {
        return Table.of(s, mandates)
                .caption(s.t("admission.mandates"))
                .head("admission.field.contact", it -> names.getOrDefault(it.account(), "–"))
                .state("admission.stands", it -> it.untilDay().isBefore(today) ? State.none(s.t("admission.leg.ENDED")) : State.good(s.t("admission.leg.HOLDS")))
                .day("admission.since", Mandate::fromDay)
                .day("admission.until", Mandate::untilDay)
                .text("admission.given-by", it -> names.getOrDefault(it.givenBy(), "–"));
    }
}

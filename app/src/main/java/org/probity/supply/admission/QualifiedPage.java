package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Supplier;

/**
 * The qualified list of a day: who may deliver what from where, and until when that holds as it is known now.
 *
 * @param found how many places there are behind the filters, of which these are one page
 * @param materials certified materials of the suppliers on the page
 */
public record QualifiedPage(
        List<Standing.Qualified> places, long found, List<Standing.Certified> materials, Query query, List<Supplier.Category> categories, LocalDate day) implements Page {

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("admission.supplier")),
                new Pick("category", s.t("admission.category"), categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList()),
                new Pick("day", s.t("admission.on-day")));
    }

    public Table<Standing.Qualified> table(Screen s) {
        return Table.of(s, places)
                .caption(s.t("admission.qualified-on", found, day))
                .head("admission.supplier", it -> new Link(s.lang() == Lang.EN ? it.nameEn() : it.nameZh(), "/app/admission/" + it.dossier()))
                .id("admission.number", Standing.Qualified::number)
                .text("admission.category", it -> s.lang() == Lang.EN ? it.categoryEn() : it.categoryZh())
                .text("admission.site", Standing.Qualified::siteName)
                .state("admission.stands", it -> it.conditionDue() == null ? State.good(s.t("admission.stage.QUALIFIED")) : State.warn(s.t("admission.stage.WITH_CONDITIONS")))
                .day("admission.since", Standing.Qualified::fromDay)
                .day("admission.until", Standing.Qualified::untilDay)
                .day("admission.condition-due", it -> Optional.ofNullable(it.conditionDue()))
                .paged(query, found)
                .downloads();
    }

    public Table<Standing.Certified> materials(Screen s) {
        return Table.of(s, materials)
                .caption(s.t("admission.certified-materials", (long) materials.size()))
                .head("admission.material", it -> new Link(s.lang() == Lang.EN ? it.nameEn() : it.nameZh(), "/app/suppliers/" + it.supplier() + "/admission"))
                .id("admission.number", Standing.Certified::number)
                .text("admission.category", it -> s.lang() == Lang.EN ? it.categoryEn() : it.categoryZh())
                .text("admission.site", Standing.Certified::siteName)
                .day("admission.until", Standing.Certified::untilDay);
    }
}

package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** A supplier's sites, to keep. @param name what was typed, when it was refused; so are address and country */
public record SitesPage(
        Supplier supplier, List<Supplier.Site> sites, LocalDate today, String name, String address, String country,
        List<Reason> reasons) implements Page {

    public List<Supplier.Site> open() {
        return sites.stream().filter(it -> it.untilDay() == null).toList();
    }

    public List<Option> countries(Screen s) {
        return RegistrationPage.countries(s);
    }

    public Table<Supplier.Site> table(Screen s) {
        return of(s, sites);
    }

    static Table<Supplier.Site> of(Screen s, List<Supplier.Site> sites) {
        return Table.of(s, sites)
                .caption(s.t("supplier.sites"))
                .head("supplier.site", Supplier.Site::name)
                .text("supplier.address", it -> it.address().isEmpty() ? Optional.empty() : it.address())
                .text("supplier.country", it -> SuppliersPage.country(s, it.country()))
                .day("supplier.contact-from", Supplier.Site::fromDay)
                .day("supplier.contact-until", it -> Optional.ofNullable(it.untilDay()));
    }
}

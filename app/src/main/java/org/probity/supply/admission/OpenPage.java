package org.probity.supply.admission;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Supplier;

/** A supplier of the register is to get a further place on the list: another category, another site. */
public record OpenPage(Supplier supplier, List<Supplier.Site> sites, List<Supplier.Category> categories, Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String category, String site, String dueDay) {}

    public List<Option> categories(Screen s) {
        return categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public List<Option> openSites() {
        return sites.stream().filter(it -> it.untilDay() == null).map(it -> new Option(it.id().toString(), it.name())).toList();
    }

    public String action() {
        return "/app/admission/suppliers/" + supplier.id();
    }
}

package org.probity.supply.supplier;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** The register as a list. */
public record SuppliersPage(List<Supplier> suppliers, Query query, long found, long all) implements Page {

    public Table<Supplier> table(Screen s) {
        return Table.of(s, suppliers)
                .caption(s.t("supplier.list", found))
                .head("supplier.name", it -> new Link(it.name(s.lang()), "/app/suppliers/" + it.id()))
                .id("supplier.number", Supplier::number)
                .text("supplier.category", it -> s.t("supplier.category." + it.category()))
                .text("supplier.country", it -> country(s, it.country()))
                .id("supplier.credit-code", it -> java.util.Optional.ofNullable(it.creditCode()))
                .paged(query, found)
                .downloads();
    }

    static String country(Screen s, String code) {
        return java.util.Locale.of("", code).getDisplayCountry(java.util.Locale.forLanguageTag(s.lang().tag()));
    }
}

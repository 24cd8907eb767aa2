package org.probity.supply.supplier;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Tab;

/**
 * One supplier: what the register knows, and a tab for each room that knows more.
 *
 * @param tabs those this person may see
 * @param open the tab that is open; the register's own when absent
 * @param shown what the open tab shows
 */
public record SupplierPage(
        Supplier supplier,
        List<Supplier.Material> materials,
        List<Supplier.Contact> contacts,
        List<Supplier.Site> sites,
        List<SupplierTab> tabs,
        @Nullable SupplierTab open,
        @Nullable Content shown) implements Page {

    public List<Tab> tabs(Screen s) {
        var all = new ArrayList<Tab>();
        var path = "/app/suppliers/" + supplier.id();
        all.add(new Tab(s.t("supplier.overview"), path, open == null));
        tabs.forEach(tab -> all.add(new Tab(s.t(tab.title()), path + "/" + tab.path(), tab == open)));
        return all;
    }

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("supplier.number"), supplier.number()),
                new Fact(s.t("supplier.category"), s.t("supplier.category." + supplier.category())),
                new Fact(s.t("supplier.country"), SuppliersPage.country(s, supplier.country())),
                new Fact(s.t("supplier.credit-code"), Optional.ofNullable(supplier.creditCode()).orElse("–")),
                new Fact(s.t("supplier.lei"), Optional.ofNullable(supplier.lei()).orElse("–")));
    }

    public Table<Supplier.Material> materials(Screen s) {
        return Table.of(s, materials)
                .caption(s.t("supplier.materials"))
                .head("supplier.material", it -> it.name(s.lang()))
                .id("supplier.material-number", Supplier.Material::number)
                .number("supplier.tin-share", it -> Optional.ofNullable(it.tinShare()).map(share -> s.percent(share.multiply(BigDecimal.valueOf(100)).stripTrailingZeros())));
    }

    public Table<Supplier.Contact> contacts(Screen s) {
        return Table.of(s, contacts)
                .caption(s.t("supplier.contacts"))
                .head("supplier.contact", Supplier.Contact::name)
                .text("supplier.email", Supplier.Contact::email)
                .day("supplier.contact-from", Supplier.Contact::fromDay)
                .day("supplier.contact-until", it -> Optional.ofNullable(it.untilDay()));
    }
}

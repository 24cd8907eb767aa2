package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** What we buy from a supplier, to keep. @param typed what was refused */
public record MaterialsPage(
        Supplier supplier, List<Supplier.Material> materials, MaterialsPage.Bought typed, List<Reason> reasons) implements Page {

    /** A material as typed: the share of tin in hundredths of its mass, which may be left open. */
    public record Bought(String number, String nameEn, String nameZh, String tin, String from) {}

    public Table<Supplier.Material> table(Screen s) {
        return of(s, materials, true);
    }

    /** @param linked each leads to the page where it is changed */
    static Table<Supplier.Material> of(Screen s, List<Supplier.Material> materials, boolean linked) {
        return Table.of(s, materials)
                .caption(s.t("supplier.materials"))
                .head("supplier.material", it -> linked
                        ? new Link(it.name(s.lang()), RegisterWeb.path(it.supplier()) + "/materials/" + it.id()) : it.name(s.lang()))
                .id("supplier.material-number", Supplier.Material::number)
                .number("supplier.tin-share", it -> share(s, it))
                .day("supplier.bought-from", it -> Optional.ofNullable(it.fromDay()))
                .day("supplier.bought-until", it -> Optional.ofNullable(it.lastDay()));
    }

    static Optional<String> share(Screen s, Supplier.Material it) {
        return Optional.ofNullable(it.tinShare()).map(share -> s.percent(share.multiply(BigDecimal.valueOf(100)).stripTrailingZeros()));
    }
}

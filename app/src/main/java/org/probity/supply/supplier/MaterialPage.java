package org.probity.supply.supplier;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** One material: another share of tin from a day on, or bought no more. @param tin what was typed and refused */
public record MaterialPage(Supplier supplier, Supplier.Material material, String tin, List<Reason> reasons) implements Page {

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("supplier.material-number"), material.number()),
                new Fact(s.t("supplier.tin-share"), MaterialsPage.share(s, material).orElse("–")),
                new Fact(s.t("supplier.bought-from"), Optional.ofNullable(material.fromDay()).map(s::day).orElse("–")),
                new Fact(s.t("supplier.bought-until"), Optional.ofNullable(material.lastDay()).map(s::day).orElse("–")));
    }
}

package org.probity.supply.traceability;

import java.util.List;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;

/** Finds an item by its address, its Digital Link or the end of it. */
public record ItemsPage(List<Items.Item> items, Query query) implements Page {
    public Table<Items.Item> table(Screen s) {
        return Table.of(s, items)
                .caption(s.t("traceability.items"))
                .head("traceability.item", it -> new Link(it.shortName(), "/app/traceability/items/" + it.number()))
                .text("traceability.tier", it -> s.t(it.tier().key()))
                .id("traceability.address", Items.Item::uri)
                .text("traceability.made-when", it -> it.madeAt() == null ? Html.words("") : s.time(it.madeAt().toInstant()));
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("item", s.t("traceability.find-item")));
    }
}

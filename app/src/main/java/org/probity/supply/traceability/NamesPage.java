package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Tab;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;

/** Everything an item is made of, or that was made with it, by name. @param all how many there are; nothing while the books are being read */
public record NamesPage(Item item, List<String> materials, boolean down, Optional<Long> all, List<Item> listed, Map<String, Site> sites, Query query) implements Page {
    public String title() {
        return item.shortName();
    }

    public List<Tab> tabs(Screen s) {
        return ItemPage.tabs(item, materials, "names", s);
    }

    public boolean known() {
        return all.isPresent();
    }

    public Table<?> table(Screen s) {
        return Table.of(s, listed)
                .caption(down ? s.t("traceability.downstream-of", item.shortName()) : s.t("traceability.upstream-of", item.shortName()))
                .head("traceability.item", it -> new Link(it.shortName(), "/app/traceability/items/" + it.number()))
                .text("traceability.tier", it -> s.t(it.tier().key()))
                .id("traceability.address", Item::uri)
                .text("traceability.made-at", it -> ItemPage.site(Optional.ofNullable(it.place()).map(sites::get), it.place() == null ? "" : it.place(), s))
                .text("traceability.made-when", it -> Optional.ofNullable(it.madeAt()).map(at -> s.time(at.toInstant())))
                .state("traceability.standing", it -> ItemPage.standing(Optional.ofNullable(it.place()).map(sites::get), s))
                .paged(query, all.orElse(0L))
                .downloads();
    }
}

package org.probity.supply.traceability;

import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The views of an item that draw. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class ChainWeb {
    private static final String ITEM = "/app/traceability/items/{number:[0-9]{1,9}}";

    private final Items items;
    private final Chains chains;
    private final Explorer explorer;
    private final Pages pages;

    ChainWeb(Items items, Chains chains, Explorer explorer, Pages pages) {
        this.items = items;
        this.chains = chains;
        this.explorer = explorer;
        this.pages = pages;
    }

    @GetMapping(ITEM + "/chain")
    Object chain(@PathVariable int number, Query query) {
        var it = item(number);
        var materials = chains.materials(number);
        var opened = Explorer.opened(query.filter("open"));
        return pages.view(new ChainPage(it, materials, opened, explorer.of(it, material(materials), opened)));
    }

    private Items.Item item(int number) {
        return items.find(number).orElseThrow(() -> new NotThere("item " + number));
    }

    private static String material(List<String> materials) {
        return materials.isEmpty() || materials.contains(Reading.SILICON) ? Reading.SILICON : materials.getFirst();
    }
}

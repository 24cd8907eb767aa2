package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The views of an item that draw, and the map of all places. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class ChainWeb {
    private static final String ITEM = "/app/traceability/items/{number:[0-9]{1,9}}";
    private static final String MAP = "/app/traceability/map";

    private final Items items;
    private final Chains chains;
    private final MaterialBooks books;
    private final Explorer explorer;
    private final Rods rods;
    private final Maps maps;
    private final Locations locations;
    private final Pages pages;

    ChainWeb(Items items, Chains chains, MaterialBooks books, Explorer explorer, Rods rods, Maps maps, Locations locations, Pages pages) {
        this.items = items;
        this.chains = chains;
        this.books = books;
        this.explorer = explorer;
        this.rods = rods;
        this.maps = maps;
        this.locations = locations;
        this.pages = pages;
    }

    @GetMapping(ITEM + "/chain")
    Object chain(@PathVariable int number, Query query, Me me) {
        var it = item(number);
        var materials = chains.materials(number);
        var opened = Explorer.opened(query.filter("open"));
        return pages.view(new ChainPage(it, materials, opened, explorer.of(it, material(materials), opened).map(shown -> shown.as(me))));
    }

    /** Names and nothing else, so that it is quick to ask. */
    @GetMapping(ITEM + "/names")
    Object names(@PathVariable int number, Query query, Me me) {
        var it = item(number);
        var materials = chains.materials(number);
        var down = query.has("way", "down");
        var all = books.ask(material(materials), shelf -> !shelf.book.knows(number) ? new int[0] : down ? shelf.reach.downstream(number) : shelf.reach.upstream(number));
        var listed = all.map(numbers -> items.of(numbers, query.limit(), query.offset())).orElse(List.of());
        var sites = items.sites(listed.stream().map(Items.Item::place).filter(Objects::nonNull).collect(Collectors.toSet()));
        sites.replaceAll((uri, site) -> site.as(me));
        var page = new NamesPage(it, materials, down, all.map(numbers -> (long) numbers.length), listed, sites, query);
        return query.format().map(format -> (Object) pages.file(format, it.shortName() + (down ? "-downstream" : "-upstream"), page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping(ITEM + "/rod")
    Object rod(@PathVariable int number, Me me) {
        var it = item(number);
        var materials = chains.materials(number);
        return pages.view(new RodPage(it, materials, rods.of(it, material(materials)).map(rod -> rod.as(me))));
    }

    @GetMapping(ITEM + "/map")
    Object map(@PathVariable int number, Me me) {
        var it = item(number);
        var materials = chains.materials(number);
        return pages.view(maps.of(it, materials, material(materials), me));
    }

    @GetMapping(MAP)
    Object map(Me me) {
        return pages.view(maps.all(says(me), me, Map.of(), List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping(MAP)
    Object locate(@RequestParam Map<String, String> typed, Me me) {
        return switch (locations.say(typed.getOrDefault("place", ""), typed.getOrDefault("latitude", ""), typed.getOrDefault("longitude", ""), me)) {
            case Answer.Done<String> done -> pages.done(MAP, "traceability.was-said");
            case Answer.Refused<String>(List<Reason> reasons) -> pages.view(maps.all(says(me), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static boolean says(Me me) {
        return me.is(Role.BUYER) || me.is(Role.QUALITY) || me.is(Role.PROCESS) || me.is(Role.SOURCING_OFFICER);
    }

    private Items.Item item(int number) {
        return items.find(number).orElseThrow(() -> new NotThere("item " + number));
    }

    private static String material(List<String> materials) {
        return materials.isEmpty() || materials.contains(Reading.SILICON) ? Reading.SILICON : materials.getFirst();
    }
}

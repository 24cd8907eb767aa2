package org.probity.supply.supplier;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The register on the screens of those who buy, and the list of what is owed on the suppliers' own. */
@Controller
class SupplierWeb {
    private final Suppliers suppliers;
    private final SupplierSearch search;
    private final Relations relations;
    private final Merges merges;
    private final Categories categories;
    private final Departments departments;
    private final List<Owing> owing;
    private final List<PortalPlace> places;
    private final Accounts accounts;
    private final List<SupplierTab> tabs;
    private final Pages pages;
    private final Clock clock;

    SupplierWeb(
            Suppliers suppliers, SupplierSearch search, Relations relations, Merges merges, Categories categories, Departments departments, List<Owing> owing, List<PortalPlace> places, Accounts accounts,
            List<SupplierTab> tabs, Pages pages, Clock clock) {
        this.suppliers = suppliers;
        this.search = search;
        this.relations = relations;
        this.merges = merges;
        this.categories = categories;
        this.departments = departments;
        this.owing = List.copyOf(owing);
        this.places = List.copyOf(places);
        this.accounts = accounts;
        this.tabs = tabs.stream().sorted(Comparator.comparing(SupplierTab::order)).toList();
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/suppliers")
    View register(Query query, Me me) {
        var sought = new SupplierSearch.Sought(query.filter("q"), query.filter("category"), query.filter("country"), switch (query.filter("state")) {
            case "ended" -> Optional.of(true);
            case "current" -> Optional.of(false);
            case String any -> Optional.empty();
        });
        var order = query.orderBy(Map.of(
                "name", "supplier.name_en", "number", "number", "category", "category", "country", "country", "ended", "ending.last_day"), "number");
        var found = search.list(sought, order, query.limit(), query.offset());
        var page = new SuppliersPage(found, query, categories.all(), search.countries(), keeps(me), search.count(sought),
                search.count(SupplierSearch.Sought.by("")), search.count(new SupplierSearch.Sought("", "", "", Optional.of(true))));
        return query.format().map(format -> pages.file(format, "suppliers", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping({"/app/suppliers/{id}", "/app/suppliers/{id}/{tab}"})
    View supplier(@PathVariable UUID id, @PathVariable Optional<String> tab, Me me, HttpServletRequest request) {
        var supplier = suppliers.find(id).orElseThrow(() -> new NotThere("supplier " + id));
        var mine = tabs.stream().filter(it -> it.roles().stream().anyMatch(me::is)).toList();
        var open = tab.map(path -> mine.stream().filter(it -> it.path().equals(path)).findFirst()
                .orElseThrow(() -> new NotThere("tab " + path))).orElse(null);
        return pages.view(new SupplierPage(supplier, known(supplier, request), keeps(me), mine, open, open == null ? null : pages.part(open.show(id), request)));
    }

    private SupplierPage.Known known(Supplier supplier, HttpServletRequest request) {
        var id = supplier.id();
        var changes = relations.changes(id);
        return new SupplierPage.Known(suppliers.materials(id), suppliers.contacts(id), suppliers.sites(id), changes, relations.ending(id),
                accounts.names(changes.stream().map(Supplier.Change::by).collect(Collectors.toSet())),
                departments.accountable(supplier.category(), LocalDate.now(clock)), search.former(id), merges.about(List.of(id)),
                merges.into(id).flatMap(suppliers::find).orElse(null), request.getParameter("since") != null);
    }

    private static boolean keeps(Me me) {
        return me.is(Role.BUYER) || me.is(Role.SOURCING_OFFICER);
    }

    @For(Role.SUPPLIER)
    @GetMapping("/app/portal")
    View portal(Me me) {
        var supplier = suppliers.of(me);
        var today = LocalDate.now(clock);
        return pages.view(new PortalPage(supplier, owing.stream().flatMap(it -> it.of(supplier, today, me).stream()).toList(), places, today));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry suppliersInTheMenu(SupplierSearch search) {
            return MenuEntry.of(Wing.SUPPLY, 10, "supplier.menu", "/app/suppliers",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(me -> search.count(SupplierSearch.Sought.by("")));
        }
    }
}

package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A supplier's sites and materials, and the categories of all, as those who buy keep them. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class PurchasesWeb {
    record MaterialForm(@Nullable String number, @Nullable String nameEn, @Nullable String nameZh, @Nullable String tin, @Nullable String from) {
        MaterialsPage.Bought typed() {
            return new MaterialsPage.Bought(Typed.words(number), Typed.words(nameEn), Typed.words(nameZh), Typed.words(tin), Typed.words(from));
        }
    }

    record TinForm(@Nullable String tin, @Nullable String from, @Nullable String until) {}

    record SiteForm(@Nullable String name, @Nullable String address, @Nullable String country) {}

    record CategoryForm(@Nullable String code, @Nullable String nameEn, @Nullable String nameZh) {}

    private static final MaterialsPage.Bought NOTHING_YET = new MaterialsPage.Bought("", "", "", "", "");

    private final Suppliers suppliers;
    private final Purchases purchases;
    private final Categories categories;
    private final Pages pages;
    private final Clock clock;

    PurchasesWeb(Suppliers suppliers, Purchases purchases, Categories categories, Pages pages, Clock clock) {
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.categories = categories;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/suppliers/{id:[0-9a-f-]{36}}/materials")
    View materials(@PathVariable UUID id) {
        return pages.view(new MaterialsPage(there(id), suppliers.materials(id), NOTHING_YET, List.of()));
    }

    @PostMapping("/app/suppliers/{id:[0-9a-f-]{36}}/materials")
    Object begin(@PathVariable UUID id, MaterialForm form, Me me) {
        var supplier = there(id);
        var typed = form.typed();
        return switch (purchases.begin(id, typed, me)) {
            case Answer.Done<UUID> done -> pages.done(RegisterWeb.path(id) + "/materials", "supplier.material-added", typed.number());
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(new MaterialsPage(supplier, suppliers.materials(id), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping({"/app/suppliers/{id}/materials/{material}", "/app/suppliers/{id}/materials/{material}/stop"})
    View material(@PathVariable UUID id, @PathVariable UUID material) {
        return pages.view(page(id, material, "", List.of()));
    }

    @PostMapping("/app/suppliers/{id}/materials/{material}")
    Object sayTin(@PathVariable UUID id, @PathVariable UUID material, TinForm form, Me me) {
        page(id, material, "", List.of());
        return told(id, material, Typed.words(form.tin()), purchases.sayTin(id, material, Typed.share(form.tin()), Typed.day(form.from()), me), "supplier.tin-said");
    }

    @PostMapping("/app/suppliers/{id}/materials/{material}/stop")
    Object stop(@PathVariable UUID id, @PathVariable UUID material, TinForm form, Me me) {
        page(id, material, "", List.of());
        return told(id, material, "", purchases.stop(id, material, Typed.day(form.until()), me), "supplier.material-stopped");
    }

    private Object told(UUID id, UUID material, String tin, Answer<UUID> answer, String done) {
        return switch (answer) {
            case Answer.Done<UUID> it -> pages.done(RegisterWeb.path(id) + "/materials", done);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, material, tin, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private MaterialPage page(UUID id, UUID material, String tin, List<Reason> reasons) {
        return new MaterialPage(there(id), purchases.of(id, material).orElseThrow(() -> new NotThere("material " + material)), tin, reasons);
    }

    @GetMapping({"/app/suppliers/{id}/sites", "/app/suppliers/{id}/sites/{site}/close"})
    View sites(@PathVariable UUID id) {
        var supplier = there(id);
        return pages.view(new SitesPage(supplier, suppliers.sites(id), today(), "", "", supplier.country(), List.of()));
    }

    @PostMapping("/app/suppliers/{id}/sites")
    Object addSite(@PathVariable UUID id, SiteForm form, Me me) {
        var supplier = there(id);
        var name = Typed.words(form.name());
        var address = Typed.words(form.address());
        var country = Typed.words(form.country());
        return switch (purchases.addSite(id, name, address, country, me)) {
            case Answer.Done<UUID> done -> pages.done(RegisterWeb.path(id) + "/sites", "supplier.site-added", name);
            case Answer.Refused<UUID>(var reasons) -> pages.view(
                    new SitesPage(supplier, suppliers.sites(id), today(), name, address, country, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/suppliers/{id}/sites/{site}/close")
    Object closeSite(@PathVariable UUID id, @PathVariable UUID site, Me me) {
        there(id);
        return switch (purchases.closeSite(id, site, me)) {
            case Answer.Done<UUID> done -> pages.done(RegisterWeb.path(id) + "/sites", "supplier.site-closed");
            case Answer.Refused<UUID> unknown -> throw new NotThere("open site " + site);
        };
    }

    @GetMapping({"/app/suppliers/categories", "/app/suppliers/categories/{code}/close"})
    View categories() {
        return pages.view(new CategoriesPage(categories.all(), "", "", "", List.of()));
    }

    @PostMapping("/app/suppliers/categories")
    Object sayCategory(CategoryForm form, Me me) {
        var code = Typed.words(form.code());
        var nameEn = Typed.words(form.nameEn());
        var nameZh = Typed.words(form.nameZh());
        return switch (categories.say(code, nameEn, nameZh, me)) {
            case Answer.Done<String> done -> pages.done("/app/suppliers/categories", "supplier.category-said", code);
            case Answer.Refused<String>(var reasons) ->
                    pages.view(new CategoriesPage(categories.all(), code, nameEn, nameZh, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/suppliers/categories/{code}/close")
    Object closeCategory(@PathVariable String code, Me me) {
        return switch (categories.close(code, me)) {
            case Answer.Done<String> done -> pages.done("/app/suppliers/categories", "supplier.category-closed", code);
            case Answer.Refused<String> unknown -> throw new NotThere("open category " + code);
        };
    }

    private Supplier there(UUID id) {
        return suppliers.find(id).orElseThrow(() -> new NotThere("supplier " + id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

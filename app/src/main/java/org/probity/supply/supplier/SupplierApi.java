package org.probity.supply.supplier;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Query;
import org.probity.house.ui.Replies;
import org.probity.supply.supplier.SupplierSearch.Sought;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register for programs, such as an ERP that keeps supplier numbers in step. */
@RestController
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class SupplierApi {
    /** A page of the register. */
    record SupplierList(List<Supplier> suppliers, int page, long total) {}

    /** All that the register knows of one supplier. */
    record SupplierWhole(Supplier supplier, List<Supplier.Site> sites, List<Supplier.Contact> contacts, List<Supplier.Material> materials) {}

    /** A supplier that was entered. */
    record SupplierEntered(UUID id, String number) {}

    private final Suppliers suppliers;
    private final SupplierSearch search;
    private final Replies replies;

    SupplierApi(Suppliers suppliers, SupplierSearch search, Replies replies) {
        this.suppliers = suppliers;
        this.search = search;
        this.replies = replies;
    }

    /** Enters a supplier; the same reasons refuse it as on the screen. */
    @For({Role.BUYER, Role.SOURCING_OFFICER})
    @PostMapping("/api/suppliers")
    ResponseEntity<?> enter(@RequestBody RegisterWeb.RegistrationForm supplier, Me me, HttpServletRequest request) {
        var typed = supplier.typed();
        return replies.of(suppliers.register(typed, me), request, id -> new SupplierEntered(id, typed.number()));
    }

    /** Suppliers whose name, number, credit code or LEI holds these words; all of them without words. Fifty a page, by number. */
    @GetMapping("/api/suppliers")
    SupplierList list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        var asked = Query.all("/api/suppliers").onPage(page);
        return new SupplierList(search.list(Sought.by(q), "number", asked.limit(), asked.offset()), asked.page(), search.count(Sought.by(q)));
    }

    /** One supplier with its sites, contacts and materials. */
    @GetMapping("/api/suppliers/{id}")
    SupplierWhole one(@PathVariable UUID id) {
        var supplier = suppliers.find(id).orElseThrow(() -> new NotThere("supplier " + id));
        return new SupplierWhole(supplier, suppliers.sites(id), suppliers.contacts(id), suppliers.materials(id));
    }
}

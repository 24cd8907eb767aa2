package org.probity.supply.green;

import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.supply.supplier.SupplierTab;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Component;

/** On a supplier's page. */
@Component
class GreenTab implements SupplierTab {
    private final Books books;
    private final Proofs proofs;
    private final Suppliers suppliers;

    GreenTab(Books books, Proofs proofs, Suppliers suppliers) {
        this.books = books;
        this.proofs = proofs;
        this.suppliers = suppliers;
    }

    @Override
    public String path() {
        return "green";
    }

    @Override
    public String title() {
        return "green.title";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 59;
    }

    @Override
    public Page show(UUID supplier) {
        var category = suppliers.find(supplier).orElseThrow().category();
        var today = proofs.today();
        return new GreenTabPage(category, books.on(category, today), proofs.of(supplier), proofs.standings(today).stream().filter(it -> it.supplier().equals(supplier)).findFirst(), today);
    }
}

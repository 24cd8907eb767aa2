package org.probity.supply.supplier;

import java.util.List;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.ui.Lang;
import org.springframework.stereotype.Component;

/** Whom we write to at a supplier, and in which language. */
@Component
public class Correspondents {
    public record Correspondent(String email, Lang lang) {}

    private final Suppliers suppliers;
    private final Accounts accounts;

    Correspondents(Suppliers suppliers, Accounts accounts) {
        this.suppliers = suppliers;
        this.accounts = accounts;
    }

    /** The contacts who have not left; in the language of their account, or of their country while they have none. */
    public List<Correspondent> of(Supplier supplier) {
        return suppliers.contacts(supplier.id()).stream()
                .filter(contact -> contact.untilDay() == null)
                .map(contact -> new Correspondent(contact.email(), accounts.find(contact.email()).map(Account::language).flatMap(Lang::of)
                        .orElse(supplier.country().equals("CN") ? Lang.ZH : Lang.EN)))
                .toList();
    }
}

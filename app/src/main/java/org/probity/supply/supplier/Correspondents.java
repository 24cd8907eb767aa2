package org.probity.supply.supplier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * The contacts who have not left; in the language of their account, or of their country while they have none. Whose address is known
     * here for something else is not written to about this supplier: they could not come in as its contact.
     */
    public List<Correspondent> of(Supplier supplier) {
        var written = new ArrayList<Correspondent>();
        for (var contact : suppliers.contacts(supplier.id())) {
            var account = accounts.find(contact.email());
            if (contact.untilDay() == null && account.map(Account::supplier).orElse(Optional.of(supplier.id())).equals(Optional.of(supplier.id()))) {
                written.add(new Correspondent(contact.email(), account.map(Account::language).flatMap(Lang::of)
                        .orElse(supplier.country().equals("CN") ? Lang.ZH : Lang.EN)));
            }
        }
        return written;
    }
}

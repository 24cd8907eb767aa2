package org.probity.supply.supplier;

import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * A supplier's own list of contacts: who gets our letters, bringing in a colleague, handing over.
 *
 * @param colleague what was typed, when it was refused
 * @param mine the contact of the one who looks, by their address
 */
public record PortalContactsPage(
        Supplier supplier, List<Supplier.Contact> contacts, Contacts.Colleague colleague, UUID mine, List<Reason> reasons) implements Page {
    public static final UUID NOBODY = new UUID(0, 0);

    public List<Supplier.Contact> current() {
        return contacts.stream().filter(it -> it.untilDay() == null).toList();
    }

    public List<Supplier.Contact> gone() {
        return contacts.stream().filter(it -> it.untilDay() != null).toList();
    }

    public List<Option> languages() {
        return List.of(new Option("zh", "中文"), new Option("en", "English"));
    }

    /** Who could take over from this contact. */
    public List<Option> successors(Supplier.Contact leaving) {
        return current().stream().filter(it -> !it.id().equals(leaving.id())).map(it -> new Option(it.id().toString(), it.name())).toList();
    }

    public String after(Screen s, Supplier.Contact leaving) {
        return s.t(leaving.id().equals(mine) ? "supplier.hand-over-you" : "supplier.hand-over-them", leaving.name());
    }
}

package org.probity.supply.supplier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class PortalContactsPages implements PageSamples {
    private final Supplier supplier = new Supplier(UUID.randomUUID(), "S-1", "Jinlong Solder", "金龙焊料", "", "CN", "solder", "Solder", "焊料", null, null, Instant.EPOCH, null);
    private final Supplier.Contact chen = contact("Chen Yu", null);

    @Override
    public List<Page> pages() {
        var typed = new Contacts.Colleague("Wu", "wu", "", "en");
        return List.of(
                new PortalContactsPage(supplier, List.of(chen), new Contacts.Colleague("", "", "", "zh"), PortalContactsPage.NOBODY, List.of()),
                new PortalContactsPage(supplier, List.of(chen, contact("Wu Na", null), contact("Gone", LocalDate.of(2026, 5, 1))), typed, chen.id(),
                        List.of(new Reason("email", "signin.email-wrong", List.of()), new Reason("to", "supplier.successor-missing", List.of()))));
    }

    private Supplier.Contact contact(String name, @Nullable LocalDate until) {
        return new Supplier.Contact(UUID.randomUUID(), supplier.id(), name, "someone@jinlong.example", "+86 1", LocalDate.of(2025, 1, 4), until, List.of());
    }
}

package org.probity.supply.supplier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
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
import org.springframework.web.bind.annotation.RequestParam;

/** A supplier's contacts on their own screens. */
@Controller
@For(Role.SUPPLIER)
class PortalContactsWeb {
    record Form(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String language) {
        Contacts.Colleague colleague() {
            return new Contacts.Colleague(Typed.words(name), Typed.words(email), Typed.words(phone), "en".equals(language) ? "en" : "zh");
        }
    }

    private static final Contacts.Colleague NOBODY_YET = new Contacts.Colleague("", "", "", "zh");

    private final Contacts contacts;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Pages pages;

    PortalContactsWeb(Contacts contacts, Suppliers suppliers, Accounts accounts, Pages pages) {
        this.contacts = contacts;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping({"/app/portal/contacts", "/app/portal/contacts/{id}/hand-over"})
    Object list(Me me) {
        return pages.view(page(me, NOBODY_YET, List.of()));
    }

    @PostMapping("/app/portal/contacts")
    Object bringIn(Form form, Me me) {
        var colleague = form.colleague();
        return switch (contacts.bringIn(colleague, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/portal/contacts", "supplier.brought-in", colleague.name());
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, colleague, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/portal/contacts/{id}/hand-over")
    Object handOver(@PathVariable UUID id, @RequestParam(defaultValue = "") String to, Me me) {
        // Another supplier's contact does not exist for this one.
        if (suppliers.contacts(me.supplier().orElseThrow()).stream().noneMatch(contact -> contact.id().equals(id))) {
            throw new NotThere("contact " + id);
        }
        return switch (contacts.handOver(id, Typed.id(to), me)) {
            case Answer.Done<UUID> done -> pages.done("/app/portal/contacts", "supplier.handed-over");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, NOBODY_YET, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PortalContactsPage page(Me me, Contacts.Colleague colleague, List<Reason> reasons) {
        var supplier = suppliers.of(me);
        var all = suppliers.contacts(supplier.id());
        var mine = accounts.find(me.account())
                .flatMap(account -> all.stream().filter(contact -> contact.email().equalsIgnoreCase(account.email())).findFirst())
                .map(Supplier.Contact::id).orElse(PortalContactsPage.NOBODY);
        return new PortalContactsPage(supplier, all, colleague, mine, reasons);
    }
}

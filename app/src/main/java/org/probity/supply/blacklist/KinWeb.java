package org.probity.supply.blacklist;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who belongs to the supplier of a case: what the house finds, and what a person says of it. */
@Controller
@For({Role.LEGAL, Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
class KinWeb {
    private final Matters matters;
    private final Kinship kinship;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Pages pages;

    KinWeb(Matters matters, Kinship kinship, Suppliers suppliers, Accounts accounts, Pages pages) {
        this.matters = matters;
        this.kinship = kinship;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/blacklist/{id}/kin")
    Object kin(@PathVariable UUID id) {
        return pages.view(page(there(id), List.of()));
    }

    private Matter there(UUID id) {
        return matters.find(id).orElseThrow(() -> new NotThere("case " + id));
    }

    private KinPage page(Matter it, List<Reason> reasons) {
        var kin = kinship.of(it.supplier());
        return new KinPage(it, kin, accounts.names(kin.stream().map(Kin::saidBy).filter(Objects::nonNull).collect(Collectors.toSet())), reasons);
    }

    @PostMapping("/app/blacklist/{id}/kin")
    Object say(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String other, @RequestParam(defaultValue = "false") boolean belongs,
            @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(there(id), kinship.say(id, numbered(other), belongs, reason, me), "blacklist.tie-was-said");
    }

    @PostMapping("/app/blacklist/{id}/traits")
    Object note(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String supplier, @RequestParam(defaultValue = "OWNER") Kinship.Trait kind,
            @RequestParam(defaultValue = "") String value, Me me) {
        return answered(there(id), kinship.note(numbered(supplier), kind, value, me), "blacklist.trait-was-noted");
    }

    private UUID numbered(String number) {
        return suppliers.named(number, 20).stream().filter(it -> it.number().equalsIgnoreCase(number.strip())).findFirst().map(Supplier::id).orElse(new UUID(0, 0));
    }

    private Object answered(Matter it, Answer<UUID> answer, String said) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(it.path() + "/kin", said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(it, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

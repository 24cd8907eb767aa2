package org.probity.supply.supplier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.supply.supplier.Supplier.Why;
import org.probity.supply.supplier.Suppliers.Registration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeping the register: those who buy enter suppliers, say what changed, and end a relation. */
@Controller
@For({Role.BUYER, Role.SOURCING_OFFICER})
class RegisterWeb {
    record RegistrationForm(
            @Nullable String number, @Nullable String nameEn, @Nullable String nameZh, @Nullable String nameOther, @Nullable String country,
            @Nullable String category, @Nullable String creditCode, @Nullable String lei) {
        Registration typed() {
            return new Registration(Typed.words(number), Typed.words(nameEn), Typed.words(nameZh), Typed.words(nameOther), Typed.words(country),
                    Typed.words(category), filled(Typed.code(creditCode)), filled(Typed.code(lei)));
        }

        private static @Nullable String filled(String code) {
            return code.isEmpty() ? null : code;
        }
    }

    record ContactForm(
            @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String language, @Nullable List<String> roles) {
        Contacts.Colleague typed() {
            return new Contacts.Colleague(Typed.words(name), Typed.words(email), Typed.words(phone), "en".equals(language) ? "en" : "zh");
        }

        Set<Supplier.For> chosen() {
            return Stream.ofNullable(roles).flatMap(List::stream)
                    .flatMap(role -> Typed.one(Supplier.For.class, role).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    record EndForm(@Nullable String lastDay, @Nullable String why, @Nullable String words) {}

    private static final Registration NOTHING_YET = new Registration("", "", "", "CN", "", null, null);
    private static final Contacts.Colleague NOBODY_YET = new Contacts.Colleague("", "", "", "zh");

    private final Suppliers suppliers;
    private final Relations relations;
    private final Contacts contacts;
    private final Categories categories;
    private final Pages pages;

    RegisterWeb(Suppliers suppliers, Relations relations, Contacts contacts, Categories categories, Pages pages) {
        this.suppliers = suppliers;
        this.relations = relations;
        this.contacts = contacts;
        this.categories = categories;
        this.pages = pages;
    }

    @GetMapping("/app/suppliers/new")
    View blank() {
        return pages.view(new RegistrationPage(Optional.empty(), 0, NOTHING_YET, categories.open(), List.of()));
    }

    @PostMapping("/app/suppliers/new")
    Object register(RegistrationForm form, Me me) {
        var typed = form.typed();
        return switch (suppliers.register(typed, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(path(id), "supplier.registered", typed.number());
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(new RegistrationPage(Optional.empty(), 0, typed, categories.open(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/suppliers/{id}/edit")
    View edit(@PathVariable UUID id) {
        var it = there(id);
        return pages.view(new RegistrationPage(Optional.of(it), relations.changeCount(id), new Registration(it.number(), it.nameEn(), it.nameZh(), it.nameOther(), it.country(),
                it.category(), it.creditCode(), it.lei()), categories.all(), List.of()));
    }

    @PostMapping("/app/suppliers/{id}/edit")
    Object change(@PathVariable UUID id, RegistrationForm form, @RequestParam(defaultValue = "") String changes, Me me) {
        var it = there(id);
        var typed = form.typed();
        // A form that does not say what its reader saw saw nothing.
        var seen = changes.matches("[0-9]{1,9}") ? Long.parseLong(changes) : -1;
        return switch (relations.asSeen(id, seen, one -> relations.change(one, typed, me))) {
            case Answer.Done<UUID> done -> pages.done(path(id), "supplier.changed");
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(new RegistrationPage(Optional.of(it), relations.changeCount(id), typed, categories.all(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping({"/app/suppliers/{id}/contacts", "/app/suppliers/{id}/contacts/{contact}/hand-over"})
    View contacts(@PathVariable UUID id) {
        return pages.view(new ContactsPage(there(id), suppliers.contacts(id), NOBODY_YET, Set.of(), List.of()));
    }

    @PostMapping("/app/suppliers/{id}/contacts")
    Object name(@PathVariable UUID id, ContactForm form, Me me) {
        var supplier = there(id);
        var typed = form.typed();
        return switch (contacts.name(id, typed, form.chosen(), me)) {
            case Answer.Done<UUID> done -> pages.done(path(id) + "/contacts", "supplier.brought-in", typed.name());
            case Answer.Refused<UUID>(var reasons) -> pages.view(
                    new ContactsPage(supplier, suppliers.contacts(id), typed, form.chosen(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/suppliers/{id}/contacts/{contact}/hand-over")
    Object handOver(@PathVariable UUID id, @PathVariable UUID contact, @RequestParam(defaultValue = "") String to, Me me) {
        var supplier = there(id);
        if (suppliers.contacts(id).stream().noneMatch(it -> it.id().equals(contact))) {
            throw new NotThere("contact " + contact);
        }
        return switch (contacts.handOver(contact, Typed.id(to), me)) {
            case Answer.Done<UUID> done -> pages.done(path(id) + "/contacts", "supplier.handed-over");
            case Answer.Refused<UUID>(var reasons) -> pages.view(
                    new ContactsPage(supplier, suppliers.contacts(id), NOBODY_YET, Set.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @GetMapping("/app/suppliers/{id}/end")
    View askForTheEnd(@PathVariable UUID id) {
        return pages.view(new EndPage(there(id), "", "", "", List.of()));
    }

    @StepUp
    @PostMapping("/app/suppliers/{id}/end")
    Object end(@PathVariable UUID id, EndForm form, Me me) {
        var supplier = there(id);
        return switch (relations.end(id, Typed.day(form.lastDay()), Typed.one(Why.class, form.why()), Typed.words(form.words()), me)) {
            case Answer.Done<UUID> done -> pages.done(path(id), "supplier.ended");
            case Answer.Refused<UUID>(List<Reason> reasons) -> pages.view(
                    new EndPage(supplier, Typed.words(form.lastDay()), Typed.words(form.why()), Typed.words(form.words()), reasons),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping("/app/suppliers/{id}/resume")
    Object resume(@PathVariable UUID id, Me me) {
        there(id);
        return switch (relations.resume(id, me)) {
            case Answer.Done<UUID> done -> pages.done(path(id), "supplier.resumed");
            case Answer.Refused<UUID> notEnded -> pages.done(path(id), "supplier.not-ended");
        };
    }

    private Supplier there(UUID id) {
        return suppliers.find(id).orElseThrow(() -> new NotThere("supplier " + id));
    }

    static String path(UUID id) {
        return "/app/suppliers/" + id;
    }
}

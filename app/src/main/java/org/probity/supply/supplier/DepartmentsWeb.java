package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Department.Charge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Which department answers for what: read by all who work with suppliers, kept by responsible sourcing. */
@Controller
class DepartmentsWeb {
    record AssignForm(@Nullable String charge, @Nullable String site, @Nullable String department, @Nullable String from, @Nullable String reason) {
        AccountablePage.Typed typed() {
            return new AccountablePage.Typed(Typed.words(charge), Typed.words(site), Typed.words(department), Typed.words(from), Typed.words(reason));
        }
    }

    private final Departments departments;
    private final Accountability accountability;
    private final Reassignments reassignments;
    private final Categories categories;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    DepartmentsWeb(
            Departments departments, Accountability accountability, Reassignments reassignments, Categories categories, Directory directory, Accounts accounts, Pages pages, Clock clock) {
        this.departments = departments;
        this.accountability = accountability;
        this.reassignments = reassignments;
        this.categories = categories;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/suppliers/departments")
    View all(Query query, Me me) {
        var page = page(query, me, new DepartmentsPage.Typed("", "INTEGRATED", today().toString()), List.of());
        return query.format().map(format -> pages.file(format, "departments", page::table)).orElseGet(() -> pages.view(page));
    }

    private DepartmentsPage page(Query query, Me me, DepartmentsPage.Typed typed, List<Reason> reasons) {
        var today = today();
        var accountable = departments.accountable(today);
        var bought = accountable.stream().filter(it -> it.charge() == Charge.BUYING && it.site() == null).map(Department.Accountable::category).collect(Collectors.toSet());
        var all = categories.open();
        var wanted = query.filter("department");
        var left = all.stream()
                .filter(it -> !query.has("state", "without") || !bought.contains(it.code()))
                .filter(it -> wanted.isEmpty() || accountable.stream().anyMatch(one -> one.category().equals(it.code()) && one.department().code().equals(wanted)))
                .filter(it -> query.filter("kind").isEmpty() || accountable.stream().anyMatch(one -> one.category().equals(it.code())
                        && one.department().kind().name().equals(query.filter("kind"))))
                .toList();
        return new DepartmentsPage(left, departments.all(today), accountable, all.size(), all.stream().filter(it -> !bought.contains(it.code())).count(),
                query, me.is(Role.SOURCING_OFFICER), typed, reasons);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/suppliers/departments")
    Object name(@RequestParam String unit, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String from, Me me) {
        var typed = new DepartmentsPage.Typed(Typed.words(unit), Typed.words(kind), Typed.words(from));
        var day = Typed.day(from);
        var chosen = Typed.one(Department.Kind.class, kind);
        var answer = day.isEmpty() ? Answer.<UUID>refused("from", "supplier.day-wrong")
                : chosen.isEmpty() ? Answer.<UUID>refused("kind", "supplier.department-kind-missing")
                : accountability.name(typed.unit(), chosen.get(), day.get(), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(DepartmentsPage.PATH, "supplier.department-named", typed.unit());
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(page(Query.all(DepartmentsPage.PATH), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/suppliers/departments/{department:[0-9a-f-]{36}}/close")
    Object close(@PathVariable UUID department, Me me) {
        return switch (accountability.close(department, today(), me)) {
            case Answer.Done<UUID> done -> pages.done(DepartmentsPage.PATH, "supplier.department-closed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(Query.all(DepartmentsPage.PATH), me,
                    new DepartmentsPage.Typed("", "INTEGRATED", today().toString()), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/suppliers/departments/{category}")
    View category(@PathVariable String category, Me me) {
        return pages.view(page(there(category), me, AccountablePage.Typed.nothing(today()), List.of()));
    }

    private AccountablePage page(Supplier.Category category, Me me, AccountablePage.Typed typed, List<Reason> reasons) {
        var today = today();
        var history = accountability.history(category.code());
        var asked = departments.accountsFor(category.code(), today);
        var waiting = reassignments.waiting(category.code());
        return new AccountablePage(category, departments.accountable(category.code(), today), history,
                accounts.names(Set.copyOf(asked)).values().stream().sorted().toList(), departments.all(today),
                directory.tree(today).stream().filter(it -> it.kind() == Place.Kind.SITE).toList(),
                accounts.names(Stream.concat(history.stream().map(Accountability.Said::recordedBy), waiting.stream().map(Reassignments.Proposed::proposedBy)).collect(Collectors.toSet())),
                waiting, me.account(), me.is(Role.SOURCING_OFFICER), typed, reasons);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/suppliers/departments/{category}")
    Object assign(@PathVariable String category, AssignForm form, Me me) {
        var there = there(category);
        var typed = form.typed();
        var day = Typed.day(form.from());
        var charge = Typed.one(Charge.class, form.charge());
        var department = Typed.id(form.department());
        if (day.isEmpty() || charge.isEmpty() || department.isEmpty()) {
            return pages.view(page(there, me, typed, List.of(day.isEmpty() ? new Reason("from", "supplier.day-wrong", List.of())
                    : new Reason("department", "supplier.department-unknown", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wanted = new Reassignments.Wanted(category, charge.get(), Typed.id(form.site()).orElse(null), department.get(), day.get(), typed.reason());
        var two = accountability.held(wanted);
        var answer = two ? reassignments.propose(wanted, me)
                : accountability.assign(category, wanted.charge(), wanted.site(), department.get(), wanted.from(), wanted.reason(), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(DepartmentsPage.path(category), two ? "supplier.change-proposed" : "supplier.assigned");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(there, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/suppliers/departments/{category}/changes/{proposal}")
    Object rule(@PathVariable String category, @PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var there = there(category);
        var outcome = Typed.one(Outcome.class, ruling);
        return switch (outcome.isEmpty() ? Answer.<UUID>refused("ruling", "decision.outcome-missing") : reassignments.rule(proposal, outcome.get(), me)) {
            case Answer.Done<UUID> done -> pages.done(DepartmentsPage.path(category), "supplier.change-ruled." + outcome.orElseThrow());
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(there, me, AccountablePage.Typed.nothing(today()), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after a refusal returns to the page. */
    @For(Role.SOURCING_OFFICER)
    @GetMapping("/app/suppliers/departments/{category}/changes/{proposal}")
    Object back(@PathVariable String category, @PathVariable UUID proposal) {
        return "redirect:" + DepartmentsPage.path(there(category).code());
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/suppliers/departments/{category}/release")
    Object release(@PathVariable String category, @RequestParam(defaultValue = "") String charge, @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String reason, Me me) {
        var there = there(category);
        var answer = Typed.one(Charge.class, charge)
                .map(it -> reassignments.propose(new Reassignments.Wanted(category, it, Typed.id(site).orElse(null), null, today(), reason), me))
                .orElseGet(() -> Answer.refused("", "supplier.accountable-nobody"));
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(DepartmentsPage.path(category), "supplier.change-proposed");
            case Answer.Refused<UUID>(var reasons) ->
                    pages.view(page(there, me, AccountablePage.Typed.nothing(today()), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Supplier.Category there(String code) {
        return Optional.of(code).flatMap(it -> categories.all().stream().filter(one -> one.code().equals(it)).findFirst())
                .orElseThrow(() -> new NotThere("category " + code));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry departmentsInTheMenu() {
            return MenuEntry.of(Wing.SUPPLY, 12, "supplier.departments-menu", "/app/suppliers/departments",
                    Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
        }
    }
}

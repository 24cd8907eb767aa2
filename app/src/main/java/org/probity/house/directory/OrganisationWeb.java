package org.probity.house.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.UnitChangePage.Change;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree on screens: seen by everybody who works here, changed by human resources. */
@Controller
@For({Role.HR, Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION})
class OrganisationWeb {
    @Configuration(proxyBeanMethods = false)
    static class Menu {
        private static final Role[] COLLEAGUES =
                {Role.HR, Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION};

        @Bean
        MenuEntry organisationEntry() {
            return MenuEntry.of(Wing.PEOPLE, 10, "directory.organisation", "/app/directory", COLLEAGUES);
        }

        @Bean
        MenuEntry peopleEntry() {
            return MenuEntry.of(Wing.PEOPLE, 20, "directory.people", "/app/directory/people", COLLEAGUES);
        }

        @Bean
        MenuEntry importEntry() {
            return MenuEntry.of(Wing.PEOPLE, 30, "directory.import", "/app/directory/import", Role.HR);
        }
    }

    /** As posted; what a form does not have comes as nothing. */
    record Typed(
            @Nullable String code, @Nullable String kind, @Nullable String nameEn, @Nullable String nameZh, @Nullable String country,
            @Nullable String region, @Nullable String creditCode, @Nullable String lei, @Nullable String other, @Nullable String person,
            @Nullable String rank, @Nullable String from, @Nullable String reason, @Nullable String sure) {
        UnitChangePage.Form form(Place.Kind unlessSaid) {
            var kinds = List.of("ENTITY", "SITE", "UNIT");
            return new UnitChangePage.Form(words(code), kinds.contains(words(kind)) ? words(kind) : unlessSaid.name(), words(nameEn), words(nameZh),
                    words(country), words(region), words(creditCode), words(lei), words(other), words(person),
                    words(rank).equals("DEPUTY") ? "DEPUTY" : "HEAD", words(from), words(reason), "true".equals(sure));
        }

        private static String words(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    private final Directory directory;
    private final Organisation organisation;
    private final Heads heads;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Pages pages;

    OrganisationWeb(Directory directory, Organisation organisation, Heads heads, Accounts accounts, TransactionTemplate transaction, Pages pages) {
        this.directory = directory;
        this.organisation = organisation;
        this.heads = heads;
        this.accounts = accounts;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping("/app/directory")
    Object tree(Query query, Me me) {
        var day = day(query.filter("day")).orElse(directory.today());
        var page = new OrganisationPage(day, day.equals(directory.today()), directory.tree(day), directory.staff(day), directory.heads(day), query, me.is(Role.HR));
        return query.format().map(format -> (Object) pages.file(format, "organisation", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/directory/units/{unit}")
    Object unit(@PathVariable UUID unit, @RequestParam(defaultValue = "") String day, Me me) {
        var on = day(day).orElse(directory.today());
        var places = directory.tree(on);
        var found = places.stream().filter(it -> it.id().equals(unit)).findFirst();
        if (found.isEmpty()) {
            var other = directory.nearestDay(unit, on).orElseThrow(() -> new NotThere("unit " + unit));
            return pages.done("/app/directory/units/" + unit + "?day=" + other, "directory.not-there-then", on, other);
        }
        var place = found.get();
        var history = directory.history(unit);
        return pages.view(new UnitPage(place, on, on.equals(directory.today()),
                places.stream().filter(it -> place.within(it.id()) && !it.id().equals(unit)).toList(),
                places.stream().filter(it -> unit.equals(it.parent())).toList(),
                directory.staff(on), directory.heads(on), history,
                accounts.names(history.stream().map(Directory.Told::by).collect(Collectors.toSet())), me.is(Role.HR)));
    }

    @For(Role.HR)
    @GetMapping("/app/directory/units/new")
    Object found(@RequestParam(defaultValue = "") String parent) {
        var form = new Typed(null, null, null, null, null, null, null, null, parent, null, null, directory.today().toString(), null, null);
        return page(Change.FOUND, null, form.form(Place.Kind.UNIT), null, List.of());
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/units/new")
    Object found(Typed typed, Me me) {
        return changed(Change.FOUND, null, typed.form(Place.Kind.UNIT), me);
    }

    @For(Role.HR)
    @GetMapping("/app/directory/units/{unit}/{change}")
    Object change(@PathVariable UUID unit, @PathVariable String change) {
        var place = directory.place(unit, directory.today()).orElseThrow(() -> new NotThere("unit " + unit));
        var form = new Typed(place.code(), place.kind().name(), place.nameEn(), place.nameZh(), place.country(), place.region(), place.creditCode(),
                place.lei(), "", "", "", directory.today().toString(), "", "");
        return page(Change.of(change), place, form.form(place.kind()), null, List.of());
    }

    @For(Role.HR)
    @StepUp
    @PostMapping("/app/directory/units/{unit}/{change}")
    Object change(@PathVariable UUID unit, @PathVariable String change, Typed typed, Me me) {
        var place = directory.place(unit, directory.today()).orElseThrow(() -> new NotThere("unit " + unit));
        return changed(Change.of(change), place, typed.form(place.kind()), me);
    }

    /** The first time it is tried and taken back, so that all refusals come before the question whether it is meant. */
    private Object changed(Change change, @Nullable Place place, UnitChangePage.Form form, Me me) {
        var from = day(form.from());
        if (from.isEmpty()) {
            return page(change, place, form, null, List.of(new Reason("from", "directory.day-wrong", List.of())));
        }
        var answer = form.sure() ? act(change, place, form, from.get(), me) : transaction.execute(status -> {
            status.setRollbackOnly();
            return act(change, place, form, from.get(), me);
        });
        return switch (answer) {
            case Answer.Refused<UUID>(var reasons) -> page(change, place, form, null, reasons);
            case Answer.Done<UUID>(var made) when form.sure() -> pages.done("/app/directory/units/" + (place == null ? made : place.id())
                    + (from.get().isAfter(directory.today()) && place == null ? "?day=" + from.get() : ""), "directory.changed", from.get());
            case Answer.Done<UUID> _ -> page(change, place, form,
                    place == null ? new Organisation.Consequences(0, 0) : organisation.consequences(place.id(), from.get()), List.of());
        };
    }

    private Answer<UUID> act(Change change, @Nullable Place place, UnitChangePage.Form form, LocalDate from, Me me) {
        var said = new Organisation.Details(form.nameEn(), form.nameZh(), form.country(), form.region(), form.creditCode(), form.lei());
        var other = directory.tree(from).stream().filter(it -> it.code().equals(form.other())).map(Place::id).findFirst();
        if (place == null) {
            return other.isEmpty() && !form.other().isEmpty() ? Answer.refused("other", "directory.unit-not-there", from)
                    : organisation.found(form.code(), Place.Kind.valueOf(form.kind()), other.orElse(null), said, from, form.reason(), me.account());
        }
        if (change.names() && other.isEmpty()) {
            return Answer.refused("other", "directory.unit-not-there", from);
        }
        var person = directory.byNumber(form.person()).map(Directory.Person::id);
        if (change.leads() && person.isEmpty()) {
            return Answer.refused("person", "directory.number-unknown");
        }
        var rank = Place.Rank.valueOf(form.rank());
        return switch (change) {
            case FOUND -> throw new IllegalArgumentException("a unit that exists is not founded: " + place.code());
            case DESCRIBE -> organisation.describe(place.id(), said, from, form.reason(), me.account());
            case MOVE -> organisation.move(place.id(), other.orElseThrow(), from, form.reason(), me.account());
            case CLOSE -> organisation.close(place.id(), from, form.reason(), me.account());
            case MERGE -> organisation.merge(place.id(), other.orElseThrow(), from, form.reason(), me.account());
            case APPOINT -> heads.appoint(place.id(), person.orElseThrow(), rank, from, form.reason(), me.account());
            case RELIEVE -> heads.relieve(place.id(), person.orElseThrow(), rank, from, form.reason(), me.account());
        };
    }

    private Object page(Change change, @Nullable Place place, UnitChangePage.Form form, Organisation.@Nullable Consequences told, List<Reason> reasons) {
        return pages.view(new UnitChangePage(change, place, form, directory.tree(directory.today()), told, reasons),
                reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Addresses are typed by people: what is no day is as if it were not there. */
    static Optional<LocalDate> day(String typed) {
        return org.probity.house.ui.Typed.day(typed);
    }
}

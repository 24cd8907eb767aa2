package org.probity.house.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Naming who stands in: everybody for themselves, human resources for anybody. */
@Controller
@For({Role.HR, Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION})
class DeputiesWeb {
    static final String MINE = "/app/my/deputy";

    private final Deputies deputies;
    private final Directory directory;
    private final Pages pages;

    DeputiesWeb(Deputies deputies, Directory directory, Pages pages) {
        this.deputies = deputies;
        this.directory = directory;
        this.pages = pages;
    }

    static String path(UUID person) {
        return "/app/directory/people/" + person + "/deputies";
    }

    @GetMapping(MINE)
    View mine(Me me) {
        return pages.view(page(directory.personOf(me).flatMap(directory::person).orElse(null), true, nothing(), List.of()));
    }

    @PostMapping(MINE)
    Object name(@RequestParam(defaultValue = "") String deputy, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Me me) {
        return directory.personOf(me).flatMap(directory::person).map(it -> name(it, true, new DeputiesPage.Typed(deputy.strip(), from, until), me))
                .orElseGet(() -> mine(me));
    }

    @PostMapping(MINE + "/{standin}/taking-back")
    Object takeBack(@PathVariable UUID standin, Me me) {
        return takeBack(standin, directory.personOf(me).flatMap(directory::person).orElse(null), true, me);
    }

    @For(Role.HR)
    @GetMapping("/app/directory/people/{person}/deputies")
    View of(@PathVariable UUID person) {
        return pages.view(page(there(person), false, nothing(), List.of()));
    }

    @For(Role.HR)
    @PostMapping("/app/directory/people/{person}/deputies")
    Object name(@PathVariable UUID person, @RequestParam(defaultValue = "") String deputy, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until, Me me) {
        return name(there(person), false, new DeputiesPage.Typed(deputy.strip(), from, until), me);
    }

    @For(Role.HR)
    @PostMapping("/app/directory/people/{person}/deputies/{standin}/taking-back")
    Object takeBack(@PathVariable UUID person, @PathVariable UUID standin, Me me) {
        return takeBack(standin, there(person), false, me);
    }

    private View name(Directory.Person person, boolean own, DeputiesPage.Typed typed, Me me) {
        var from = OrganisationWeb.day(typed.from());
        var until = OrganisationWeb.day(typed.until());
        var deputy = deputies.find(typed.deputy());
        var answer = from.isEmpty() ? Answer.<UUID>refused("from", "directory.day-wrong")
                : until.isEmpty() ? Answer.<UUID>refused("until", "directory.day-wrong")
                : deputy.isEmpty() ? Answer.<UUID>refused("deputy", "directory.deputy-unknown")
                : deputies.name(person.id(), deputy.get(), from.get(), until.get(), me);
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done(own ? MINE : path(person.id()), "directory.deputy-named");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(person, own, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private View takeBack(UUID standin, Directory.@Nullable Person person, boolean own, Me me) {
        return switch (deputies.takeBack(standin, me)) {
            case Answer.Done<UUID> _ -> pages.done(own || person == null ? MINE : path(person.id()), "directory.deputy-taken-back");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(person, own, nothing(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private DeputiesPage page(Directory.@Nullable Person person, boolean own, DeputiesPage.Typed typed, List<Reason> reasons) {
        var today = directory.today();
        return new DeputiesPage(person, own, Optional.ofNullable(person).map(it -> deputies.about(it.id(), today)).orElse(List.of()), today, typed, reasons);
    }

    private DeputiesPage.Typed nothing() {
        return new DeputiesPage.Typed("", directory.today().toString(), directory.today().toString());
    }

    private Directory.Person there(UUID person) {
        return directory.person(person).orElseThrow(() -> new NotThere("person " + person));
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry deputyInTheMenu() {
            return MenuEntry.of(Wing.MINE, 45, "directory.deputy-menu", MINE, Role.HR, Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL,
                    Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION);
        }
    }
}

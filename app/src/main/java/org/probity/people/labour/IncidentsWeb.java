package org.probity.people.labour;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Incidents and indicators on screens. Counts for human resources, counsel and the union; an incident only for those who handle it. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class IncidentsWeb {
    private final Incidents incidents;
    private final Indicators indicators;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    IncidentsWeb(Incidents incidents, Indicators indicators, Directory directory, Accounts accounts, Pages pages) {
        this.incidents = incidents;
        this.indicators = indicators;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/labour/indicators")
    Object indicators() {
        return pages.view(new IndicatorsPage(indicators.now()));
    }

    @GetMapping("/app/labour/incidents")
    Object all(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private IncidentsPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var opens = me.is(Role.HR) || me.is(Role.LEGAL);
        return new IncidentsPage(incidents.counts(incidents.today().getYear()), incidents.mine(me), incidents.today().getYear(), opens,
                opens ? directory.tree(incidents.today()).stream().filter(it -> it.kind() == Place.Kind.SITE).toList() : List.of(), typed, reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/incidents")
    Object open(@RequestParam Map<String, String> typed, Me me) {
        var happened = Typed.day(typed.get("happened"));
        if (happened.isEmpty()) {
            return pages.view(page(me, typed, List.of(new Reason("happened", "labour.day-wrong", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var opening = new Incidents.Opening(one(Incidents.Ground.values(), typed.get("ground")), Typed.id(typed.get("place")).orElse(null), happened.get(),
                one(Incidents.Source.values(), typed.get("origin")), Typed.words(typed.get("words")), numbers(typed.get("affected")), numbers(typed.get("accused")));
        return switch (incidents.open(opening, me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/labour/incidents/" + id, "labour.was-taken-up");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static List<String> numbers(@org.jspecify.annotations.Nullable String typed) {
        return Arrays.stream(Typed.words(typed).split("[\\s,，、;；]+")).filter(it -> !it.isEmpty()).distinct().toList();
    }

    private static <E extends Enum<E>> E one(E[] values, @org.jspecify.annotations.Nullable String word) {
        return Arrays.stream(values).filter(it -> it.name().equals(word)).findFirst().orElse(values[0]);
    }

    @For({Role.HR, Role.LEGAL})
    @GetMapping("/app/labour/incidents/{id}")
    Object incident(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    private IncidentPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var found = incidents.find(id, me).orElseThrow(() -> new NotThere("incident " + id));
        var steps = incidents.steps(id);
        var handlers = incidents.handlers(id);
        var people = new HashSet<>(handlers);
        steps.forEach(it -> people.add(it.by()));
        return new IncidentPage(found, steps, incidents.concerned(id), handlers, accounts.names(people), me.account(), typed, reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/incidents/{id}/steps")
    Object step(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        incidents.find(id, me).orElseThrow(() -> new NotThere("incident " + id));
        var state = Arrays.stream(Incidents.State.values()).filter(it -> it.name().equals(typed.get("state"))).findFirst();
        return answered(id, state.isEmpty() ? Answer.refused("state", "labour.step-missing") : incidents.step(id, state.get(), Typed.words(typed.get("words")), me), "labour.step-kept", typed, me);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/incidents/{id}/handlers")
    Object add(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        incidents.find(id, me).orElseThrow(() -> new NotThere("incident " + id));
        return answered(id, incidents.add(id, Typed.words(typed.get("handler")), me), "labour.handler-added", typed, me);
    }

    @For({Role.HR, Role.LEGAL})
    @GetMapping({"/app/labour/incidents/{id}/steps", "/app/labour/incidents/{id}/handlers"})
    Object back(@PathVariable UUID id) {
        return "redirect:/app/labour/incidents/" + id;
    }

    private Object answered(UUID id, Answer<UUID> answer, String key, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/incidents/" + id, key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

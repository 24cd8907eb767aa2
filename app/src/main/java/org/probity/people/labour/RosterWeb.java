package org.probity.people.labour;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The roster of a unit: for human resources, and for whoever leads it, whatever else they do here; who leads none is shown none. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR})
class RosterWeb {
    private final Rosters rosters;
    private final Overtime overtime;
    private final Directory directory;
    private final Pages pages;

    RosterWeb(Rosters rosters, Overtime overtime, Directory directory, Pages pages) {
        this.rosters = rosters;
        this.overtime = overtime;
        this.directory = directory;
        this.pages = pages;
    }

    @GetMapping("/app/labour/roster")
    Object roster(Query query, Me me) {
        return pages.view(page(query, me, Map.of(), List.of(), List.of()));
    }

    @PostMapping("/app/labour/roster")
    Object plan(
            @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String month, @RequestParam(required = false) @Nullable List<String> people,
            @RequestParam(defaultValue = "") String act, @RequestParam Map<String, String> typed, Query query, Me me) {
        var chosen = people == null ? List.<String>of() : people;
        // Whoever is refused comes back to the page of the list on which they ticked.
        var at = query.with("unit", unit).with("month", month).onPage(query.page());
        var place = units(me).stream().filter(it -> it.code().equals(unit)).findFirst();
        var first = Typed.day(typed.get("first"));
        var last = Typed.day(typed.get("last"));
        var begins = time(typed.get("begins"));
        var ends = time(typed.get("ends"));
        if (place.isEmpty() || first.isEmpty() || last.isEmpty() || begins.isEmpty() || ends.isEmpty()) {
            var reason = place.isEmpty() ? new Reason("", "labour.not-yours", List.of())
                    : first.isEmpty() || last.isEmpty() ? new Reason(first.isEmpty() ? "first" : "last", "labour.day-wrong", List.of())
                    : new Reason(begins.isEmpty() ? "begins" : "ends", "labour.time-wrong", List.of());
            return refused(at, me, typed, chosen, List.of(reason));
        }
        var ids = chosen.stream().flatMap(it -> Typed.id(it).stream()).toList();
        if (act.equals("withdraw")) {
            return switch (rosters.withdraw(place.get().id(), ids, first.get(), last.get(), me)) {
                case Answer.Done<Integer>(var count) -> pages.done(back(unit, month), "labour.shifts-withdrawn", count);
                case Answer.Refused<Integer>(var reasons) -> refused(at, me, typed, chosen, reasons);
            };
        }
        var plan = new Rosters.Plan(place.get().id(), ids, first.get(), last.get(), begins.get(), ends.get(), Typed.number(typed.get("pause"), 0), "true".equals(typed.get("restDays")));
        return switch (rosters.plan(plan, me)) {
            case Answer.Done<Rosters.Planned>(var done) -> done.nearly().isEmpty() ? pages.done(back(unit, month), "labour.shifts-planned", done.shifts(), done.people())
                    : pages.done(back(unit, month), "labour.shifts-planned-near", done.shifts(), done.people(), done.nearly().size(),
                            done.nearly().stream().limit(5).map(it -> it.nameEn().isEmpty() ? it.nameZh() : it.nameEn()).collect(Collectors.joining(", ")));
            case Answer.Refused<Rosters.Planned>(var reasons) -> refused(at, me, typed, chosen, reasons);
        };
    }

    private static String back(String unit, String month) {
        return Query.all("/app/labour/roster").with("unit", unit).with("month", month).href();
    }

    private Object refused(Query query, Me me, Map<String, String> typed, List<String> chosen, List<Reason> reasons) {
        return pages.view(page(query, me, typed, chosen, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private RosterPage page(Query query, Me me, Map<String, String> typed, List<String> chosen, List<Reason> reasons) {
        var units = units(me);
        var unit = units.stream().filter(it -> it.code().equals(query.filter("unit"))).findFirst().or(() -> units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty());
        var month = month(query.filter("month"));
        return new RosterPage(unit.orElse(null), units, month,
                unit.map(it -> overtime.standing(it.id(), month, query.limit(), query.offset())).orElse(List.of()), unit.map(it -> overtime.count(it.id(), month)).orElse(0L),
                query, rosters.today(), typed, chosen, reasons);
    }

    /** The units somebody plans for. */
    private List<Place> units(Me me) {
        var tree = directory.tree(rosters.today());
        if (me.is(Role.HR)) {
            return tree.stream().filter(it -> it.kind() != Place.Kind.ENTITY).toList();
        }
        var leads = directory.personOf(me).map(person -> directory.heads(rosters.today()).stream().filter(head -> head.person().equals(person)).map(Directory.Head::unit)
                .collect(Collectors.toSet())).orElse(Set.<UUID>of());
        return tree.stream().filter(it -> leads.stream().anyMatch(it::within)).toList();
    }

    private YearMonth month(String typed) {
        try {
            return typed.matches("2[0-9]{3}-[0-9]{2}") ? YearMonth.parse(typed) : YearMonth.from(rosters.today());
        } catch (DateTimeException noSuchMonth) {
            return YearMonth.from(rosters.today());
        }
    }

    private static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return Optional.of(LocalTime.parse(Typed.words(typed)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}

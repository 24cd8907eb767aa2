package org.probity.people.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.people.care.Closings.Preview;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What human resources do with hours that are left of a year, months of the book that they close, and the numbers of our own rules. */
@Controller
@For({Role.HR, Role.LEGAL})
class ClosingsWeb {
    private static final String ALL = CareWeb.HOME + "/closings";

    private final Closings closings;
    private final Periods periods;
    private final RulesDesk rules;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    ClosingsWeb(Closings closings, Periods periods, RulesDesk rules, Directory directory, Accounts accounts, Pages pages) {
        this.closings = closings;
        this.periods = periods;
        this.rules = rules;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object all(Me me) {
        return pages.view(all(me, Map.of(), List.of()));
    }

    private ClosingsPage all(Me me, Map<String, String> typed, List<Reason> reasons) {
        var all = closings.all();
        var names = accounts.names(all.stream().map(Closings.Closing::closedBy).collect(Collectors.toSet()));
        return new ClosingsPage(all, directory.tree(closings.today()), names, periods.closedUntil().orElse(null), me.is(Role.HR), closings.today(), rules.view(CareRule.ALL, me, typed, reasons), typed, reasons);
    }

    @PostMapping(ALL + "/rule")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(CareRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done(ALL, "care.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ALL + "/periods")
    Object closePeriod(@RequestParam Map<String, String> typed, Me me) {
        return switch (periods.close(CoverWeb.month(typed.getOrDefault("month", "")), me)) {
            case Answer.Done<LocalDate>(var until) -> pages.done(ALL, "care.period-was-closed", until);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @GetMapping(ALL + "/preview")
    Object preview(@RequestParam Map<String, String> typed, Query query, Me me) {
        var unit = Typed.id(typed.get("unit")).orElse(null);
        return switch (closings.preview(Typed.number(typed.get("year"), 0), unit, me)) {
            case Answer.Done<Preview>(var it) -> pages.view(page(it, query, List.of()));
            case Answer.Refused<Preview>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private LeftPage page(Preview it, Query query, List<Reason> reasons) {
        return new LeftPage(it, it.unit() == null ? null : directory.place(it.unit(), closings.today()).orElse(null), query, reasons);
    }

    @For(Role.HR)
    @StepUp
    @PostMapping(ALL)
    Object close(@RequestParam Map<String, String> typed, Me me) {
        var year = Typed.number(typed.get("year"), 0);
        var unit = Typed.id(typed.get("unit")).orElse(null);
        return switch (closings.close(year, unit, typed.getOrDefault("seen", ""), me)) {
            case Answer.Done<UUID>(var id) -> pages.done(ALL + "/" + id, "care.was-closed");
            case Answer.Refused<UUID>(var reasons) -> switch (closings.preview(year, unit, me)) {
                case Answer.Done<Preview>(var it) -> pages.view(page(it, Query.all(ALL + "/preview").with("year", String.valueOf(year)).with("unit", unit == null ? "" : unit.toString()), reasons),
                        HttpStatus.UNPROCESSABLE_CONTENT);
                case Answer.Refused<Preview> _ -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        };
    }

    @For(Role.HR)
    @GetMapping(ALL + "/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Query query) {
        var it = closings.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotThere("closing " + id));
        var page = new ClosingPage(it, closings.of(id), query);
        return query.format().map(format -> (Object) pages.file(format, "leave-owed-" + it.year(), page::table)).orElseGet(() -> pages.view(page));
    }
}

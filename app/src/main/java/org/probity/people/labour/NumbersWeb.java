package org.probity.people.labour;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Numbers of law and calendars on screens. Human resources and counsel propose, counsel signs, the union reads. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class NumbersWeb {
    private final Numbers numbers;
    private final Calendars calendars;
    private final Accounts accounts;
    private final Pages pages;

    NumbersWeb(Numbers numbers, Calendars calendars, Accounts accounts, Pages pages) {
        this.numbers = numbers;
        this.calendars = calendars;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/labour/numbers")
    Object numbers(Query query, Me me) {
        return pages.view(page(query, me, Map.of(), List.of()));
    }

    private NumbersPage page(Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        var open = numbers.changes().stream().filter(it -> it.ruled() == null).toList();
        return new NumbersPage(numbers.all(numbers.today()), open, accounts.names(open.stream().map(Numbers.Change::proposedBy).collect(Collectors.toSet())), me.account(), me.roles(),
                numbers.today(), query.has("all", "yes"), typed, reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/numbers")
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var words = Typed.words(typed.get("value"));
        var value = words.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(words)) : Optional.<BigDecimal>empty();
        return switch (numbers.propose(Typed.words(typed.get("key")), Typed.words(typed.get("country")).toUpperCase(Locale.ROOT), Typed.words(typed.get("region")), value.orElse(null),
                Typed.day(typed.get("fromDay")).orElse(null), Typed.words(typed.get("source")), me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/numbers", "labour.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> refused(me, typed, reasons);
        };
    }

    @StepUp
    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/numbers/{proposal}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var chosen = Outcome.of(ruling);
        return switch (chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "decision.outcome-missing") : numbers.rule(proposal, chosen.get(), me)) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/labour/numbers", "labour.ruled." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var reasons) -> refused(me, Map.of(), reasons);
        };
    }

    @GetMapping("/app/labour/numbers/{proposal}")
    Object back(@PathVariable UUID proposal) {
        return "redirect:/app/labour/numbers";
    }

    private Object refused(Me me, Map<String, String> typed, List<Reason> reasons) {
        return pages.view(page(Query.all("/app/labour/numbers"), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/app/labour/calendar")
    Object calendar(Me me) {
        return pages.view(new CalendarPage(calendars.all(), calendars.missing(), me.is(Role.HR), Map.of(), List.of()));
    }

    @For(Role.HR)
    @PostMapping("/app/labour/calendar")
    Object load(@RequestParam(defaultValue = "") String country, @RequestParam(defaultValue = "") String statutory, @RequestParam MultipartFile file, Me me) throws IOException {
        return switch (calendars.load(Typed.words(country).toUpperCase(Locale.ROOT), file.getBytes(), statutory, me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/calendar", "labour.calendar-loaded");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new CalendarPage(calendars.all(), calendars.missing(), true, Map.of("country", country, "statutory", statutory), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

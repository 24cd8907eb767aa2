package org.probity.people.labour;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.probity.house.ui.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Checks and findings on screens. Human resources and counsel work on them, the union watches and verifies. */
@Controller
@For({Role.HR, Role.LEGAL, Role.UNION})
class ChecksWeb {
    private final Runs runs;
    private final Findings findings;
    private final Accounts accounts;
    private final Pages pages;

    ChecksWeb(Runs runs, Findings findings, Accounts accounts, Pages pages) {
        this.runs = runs;
        this.findings = findings;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/labour")
    Object checks(Me me) {
        return pages.view(page(me, List.of()));
    }

    private ChecksPage page(Me me, List<Reason> reasons) {
        return new ChecksPage(findings.counts(), runs.last(), me.is(Role.HR) || me.is(Role.LEGAL), runs.today(), reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/runs")
    Object run(@RequestParam(defaultValue = "") String month, Me me) {
        var wanted = month(month);
        return switch (wanted.isEmpty() ? Answer.<Runs.Run>refused("month", "labour.month-wrong") : runs.run(wanted.get(), me)) {
            case Answer.Done<Runs.Run>(var run) -> pages.done("/app/labour", "labour.was-run", run.people(), run.facts(), run.hits(), run.fresh());
            case Answer.Refused<Runs.Run>(var reasons) -> pages.view(page(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return typed.matches("2[0-9]{3}-[0-9]{2}") ? Optional.of(YearMonth.parse(typed)) : Optional.empty();
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    @GetMapping("/app/labour/findings")
    Object findings(Query query, Me me) {
        var page = new FindingsPage(findings.lines(query), query, findings.count(query), me);
        return query.format().map(format -> (Object) pages.file(format, "findings", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/labour/findings/{id}")
    Object finding(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, "", List.of()));
    }

    private FindingPage page(UUID id, Me me, String typed, List<Reason> reasons) {
        var found = findings.find(id).orElseThrow(() -> new NotThere("finding " + id));
        var steps = findings.steps(id);
        return new FindingPage(found, steps, accounts.names(steps.stream().map(Finding.Step::by).filter(Objects::nonNull).collect(Collectors.toSet())), me, typed, reasons);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/findings/{id}/taking")
    Object take(@PathVariable UUID id, Me me) {
        return answered(id, findings.take(id, me), "labour.was-taken", "", me);
    }

    @For({Role.HR, Role.LEGAL})
    @PostMapping("/app/labour/findings/{id}/doing")
    Object done(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, Me me) {
        return answered(id, findings.done(id, words, me), "labour.was-done", words, me);
    }

    @PostMapping("/app/labour/findings/{id}/verification")
    Object verify(@PathVariable UUID id, @RequestParam(defaultValue = "") String good, @RequestParam(defaultValue = "") String words, Me me) {
        return answered(id, findings.verify(id, good.equals("yes"), words, me), good.equals("yes") ? "labour.was-verified" : "labour.went-back", words, me);
    }

    @GetMapping({"/app/labour/findings/{id}/taking", "/app/labour/findings/{id}/doing", "/app/labour/findings/{id}/verification"})
    Object back(@PathVariable UUID id) {
        return "redirect:/app/labour/findings/" + id;
    }

    private Object answered(UUID id, Answer<UUID> answer, String key, String words, Me me) {
        if (findings.find(id).isEmpty()) {
            throw new NotThere("finding " + id);
        }
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/labour/findings/" + id, key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

package org.probity.supply.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rule books on the screens of those who grade, and of those who look at it. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class RulesWeb {
    private static final String PATH = "/app/evaluation/rules";

    private final Schemes schemes;
    private final Accounts accounts;
    private final Pages pages;

    RulesWeb(Schemes schemes, Accounts accounts, Pages pages) {
        this.schemes = schemes;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Object books(Me me) {
        return pages.view(page(me, fresh(), List.of()));
    }

    private RuleForm fresh() {
        return RuleForm.from(schemes.on(next()), schemes.known(), next());
    }

    /** The first half-year that could go by other rules. */
    private LocalDate next() {
        var today = schemes.today();
        return today.getMonthValue() > 6 ? LocalDate.of(today.getYear() + 1, 1, 1) : LocalDate.of(today.getYear(), 7, 1);
    }

    private RulesPage page(Me me, RuleForm form, List<Reason> reasons) {
        var books = schemes.all();
        var people = books.stream().flatMap(it -> it.decision().stream()).flatMap(it -> Stream.concat(Stream.of(it.proposedBy()), Stream.ofNullable(it.ruledBy())))
                .collect(Collectors.<UUID>toSet());
        var waiting = books.stream().filter(Schemes.Kept::open).findFirst().map(it -> new RulesPage.Waiting(it.scheme(), schemes.on(it.scheme().fromDay()),
                it.decision().orElseThrow().proposedBy(), it.decision().orElseThrow().reason()));
        return new RulesPage(books, schemes.on(schemes.today()), waiting, schemes.known(), accounts.names(people), me.account(), EvaluationWeb.grades(me), form, reasons);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping(PATH)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var form = new RuleForm(typed);
        return switch (schemes.propose(form, me)) {
            case Answer.Done<Integer> done -> pages.done(PATH, "evaluation.book-was-proposed");
            case Answer.Refused<Integer>(var reasons) -> pages.view(page(me, form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY})
    @StepUp
    @PostMapping(PATH + "/{version}/approval")
    Object approve(@PathVariable String version, Me me) {
        return ruled(version, Outcome.APPROVED, "", "evaluation.book-was-approved", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping(PATH + "/{version}/rejection")
    Object reject(@PathVariable String version, @RequestParam(defaultValue = "") String reason, Me me) {
        return ruled(version, Outcome.REJECTED, reason, "evaluation.book-was-rejected", me);
    }

    @For({Role.BUYER, Role.QUALITY})
    @PostMapping(PATH + "/{version}/withdrawal")
    Object withdraw(@PathVariable String version, Me me) {
        return ruled(version, Outcome.WITHDRAWN, "", "evaluation.book-was-withdrawn", me);
    }

    private Object ruled(String version, Outcome outcome, String reason, String said, Me me) {
        return switch (schemes.rule(version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0, outcome, reason, me)) {
            case Answer.Done<Scheme> done -> pages.done(PATH, said);
            case Answer.Refused<Scheme>(var reasons) -> pages.view(page(me, fresh(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

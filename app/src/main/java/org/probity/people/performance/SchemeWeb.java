package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Schemes: the next version is proposed by one of human resources and approved by another. */
@Controller
@For(Role.HR)
class SchemeWeb {
    private static final String ONE = "/app/performance/schemes/{code}";

    private final Schemes schemes;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    SchemeWeb(Schemes schemes, Accounts accounts, Pages pages, Clock clock) {
        this.schemes = schemes;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(ONE)
    Object scheme(@PathVariable String code, Me me) {
        return pages.view(page(code, me, Map.of(), List.of()));
    }

    private SchemePage page(String code, Me me, Map<String, String> typed, List<Reason> reasons) {
        var now = schemes.on(LocalDate.now(clock)).stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(() -> new NotThere("scheme " + code));
        var waiting = schemes.waiting().stream().filter(it -> it.next().code().equals(code)).findFirst();
        return new SchemePage(now, waiting.map(it -> new SchemePage.Next(it.next(), it.decision(), accounts.names(Set.of(it.decision().proposedBy())).getOrDefault(it.decision().proposedBy(), "–"))),
                waiting.filter(it -> it.decision().proposedBy().equals(me.account())).isPresent(), typed, reasons);
    }

    @PostMapping(ONE)
    Object propose(@PathVariable String code, @RequestParam Map<String, String> form, Me me) {
        return answered(code, schemes.propose(code, new Schemes.Form(form), me), "performance.was-proposed", form, me);
    }

    @StepUp
    @PostMapping(ONE + "/{scheme}/approval")
    Object approve(@PathVariable String code, @PathVariable UUID scheme, @RequestParam(defaultValue = "") String words, Me me) {
        return answered(code, schemes.rule(scheme, Outcome.APPROVED, words, me), "performance.scheme-was-approved", Map.of(), me);
    }

    @PostMapping(ONE + "/{scheme}/rejection")
    Object reject(@PathVariable String code, @PathVariable UUID scheme, @RequestParam(defaultValue = "") String words, Me me) {
        return answered(code, schemes.rule(scheme, Outcome.REJECTED, words, me), "performance.scheme-was-rejected", Map.of(), me);
    }

    @PostMapping(ONE + "/{scheme}/withdrawal")
    Object withdraw(@PathVariable String code, @PathVariable UUID scheme, Me me) {
        return answered(code, schemes.rule(scheme, Outcome.WITHDRAWN, "", me), "performance.was-withdrawn", Map.of(), me);
    }

    private Object answered(String code, Answer<?> answer, String said, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/performance/schemes/" + code, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(code, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

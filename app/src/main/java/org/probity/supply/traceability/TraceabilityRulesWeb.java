package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesByTwo;
import org.probity.shapes.rule.RulesView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Numbers that verdicts go by: the sourcing officer proposes, quality, process or counsel agrees. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class TraceabilityRulesWeb {
    static final String RULES = "/app/traceability/rules";

    private final Rules rules;
    private final RulesByTwo byTwo;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    TraceabilityRulesWeb(Rules rules, RulesByTwo byTwo, Accounts accounts, Pages pages, Clock clock) {
        this.rules = rules;
        this.byTwo = byTwo;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private TraceabilityRulesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var all = rules.all(TraceabilityRule.ROOM);
        var waiting = byTwo.waiting(TraceabilityRule.ROOM);
        return new TraceabilityRulesPage(new RulesView(TraceabilityRule.ALL, all, me.is(Role.SOURCING_OFFICER), LocalDate.now(clock), accounts.names(RulesView.people(all, waiting)), typed, reasons,
                Optional.of(new RulesView.Two(waiting, me.account(), TraceabilityRule.AGREES.stream().anyMatch(me::is)))));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping(RULES)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var day = Typed.day(typed.get("fromDay"));
        return told(day.isEmpty() ? Answer.refused("fromDay", "traceability.rule-day")
                : byTwo.propose(TraceabilityRule.ALL, typed.getOrDefault("key", ""), Typed.number(typed.get("value"), -1), day.get(), typed.getOrDefault("source", ""), me), me, typed, "traceability.rule-proposed");
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.PROCESS, Role.LEGAL})
    @StepUp
    @PostMapping(RULES + "/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var outcome = Stream.of(Outcome.values()).filter(it -> it.name().equals(ruling)).findFirst();
        return told(outcome.<Answer<?>>map(it -> byTwo.rule(TraceabilityRule.ALL, proposal, it, TraceabilityRule.AGREES, me)).orElseGet(() -> Answer.refused("", "decision.outcome-missing")), me, Map.of(),
                "traceability.rule-ruled");
    }

    /** A language chosen after a refusal returns to the rules. */
    @GetMapping(RULES + "/{proposal:[0-9a-f-]{36}}")
    Object ruled(@PathVariable UUID proposal) {
        return "redirect:" + RULES;
    }

    private Object told(Answer<?> answer, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(RULES, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

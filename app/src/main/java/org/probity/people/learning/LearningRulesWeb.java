package org.probity.people.learning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Numbers that training goes by: human resources propose, another of them or the union agrees. */
@Controller
@For({Role.HR, Role.UNION})
class LearningRulesWeb {
    static final String RULES = "/app/trainings/rules";

    private final Rules rules;
    private final RulesByTwo byTwo;
    private final Online online;
    private final Accounts accounts;
    private final Pages pages;

    LearningRulesWeb(Rules rules, RulesByTwo byTwo, Online online, Accounts accounts, Pages pages) {
        this.rules = rules;
        this.byTwo = byTwo;
        this.online = online;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private RulesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var all = rules.all(LearningRule.ROOM);
        var waiting = byTwo.waiting(LearningRule.ROOM);
        return new RulesPage(new RulesView(LearningRule.ALL, all, me.is(Role.HR), online.today(), accounts.names(RulesView.people(all, waiting)), typed, reasons,
                Optional.of(new RulesView.Two(waiting, me.account(), LearningRule.AGREES.stream().anyMatch(me::is)))));
    }

    @For(Role.HR)
    @PostMapping(RULES)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var day = Typed.day(typed.get("fromDay"));
        return told(day.isEmpty() ? Answer.refused("fromDay", "learning.rule-day")
                : byTwo.propose(LearningRule.ALL, typed.getOrDefault("key", ""), Typed.number(typed.get("value"), -1), day.get(), typed.getOrDefault("source", ""), me), me, typed, "learning.rule-proposed");
    }

    @StepUp
    @PostMapping(RULES + "/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        return told(Outcome.of(ruling).<Answer<?>>map(it -> byTwo.rule(LearningRule.ALL, proposal, it, LearningRule.AGREES, me)).orElseGet(() -> Answer.refused("", "decision.outcome-missing")), me, Map.of(),
                "learning.rule-ruled");
    }

    /** A language chosen after a refusal returns to the rules. */
    @GetMapping(RULES + "/{proposal:[0-9a-f-]{36}}")
    Object ruled(@PathVariable UUID proposal) {
        return "redirect:" + RULES;
    }

    private Object told(Answer<?> answer, Me me, Map<String, String> typed, String said) {
        return pages.told(answer, RULES, said, reasons -> page(me, typed, reasons));
    }
}

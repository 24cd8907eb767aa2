package org.probity.people.learning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.shapes.rule.RulesDesk;
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

    private final RulesDesk rules;
    private final Pages pages;

    LearningRulesWeb(RulesDesk rules, Pages pages) {
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private RulesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RulesPage(rules.view(LearningRule.ALL, LearningRule.AGREES, me, typed, reasons));
    }

    @For(Role.HR)
    @PostMapping(RULES)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        return told(rules.propose(LearningRule.ALL, typed, me), me, typed, "learning.rule-proposed");
    }

    @StepUp
    @PostMapping(RULES + "/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        return told(rules.rule(LearningRule.ALL, proposal, ruling, LearningRule.AGREES, me), me, Map.of(), "learning.rule-ruled");
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

package org.probity.supply.traceability;

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

/** Numbers that verdicts go by: the sourcing officer proposes, quality, process or counsel agrees. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class TraceabilityRulesWeb {
    static final String RULES = "/app/traceability/rules";

    private final RulesDesk rules;
    private final Pages pages;

    TraceabilityRulesWeb(RulesDesk rules, Pages pages) {
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private TraceabilityRulesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new TraceabilityRulesPage(rules.view(TraceabilityRule.ALL, TraceabilityRule.AGREES, me, typed, reasons));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping(RULES)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        return told(rules.propose(TraceabilityRule.ALL, typed, me), me, typed, "traceability.rule-proposed");
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.PROCESS, Role.LEGAL})
    @StepUp
    @PostMapping(RULES + "/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        return told(rules.rule(TraceabilityRule.ALL, proposal, ruling, TraceabilityRule.AGREES, me), me, Map.of(), "traceability.rule-ruled");
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

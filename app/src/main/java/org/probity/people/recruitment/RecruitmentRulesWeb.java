package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Numbers that recruitment goes by, each from its day on. */
@Controller
@For(Role.HR)
class RecruitmentRulesWeb {
    private static final String RULES = "/app/recruitment/rules";

    private final RulesDesk rules;
    private final Pages pages;

    RecruitmentRulesWeb(RulesDesk rules, Pages pages) {
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping(RULES)
    Object rules(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private RulesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RulesPage(rules.view(RecruitmentRule.ALL, me, typed, reasons));
    }

    @PostMapping(RULES)
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(RecruitmentRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done(RULES, "recruitment.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;
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

    private final Rules rules;
    private final Requisitions requisitions;
    private final Accounts accounts;
    private final Pages pages;

    RecruitmentRulesWeb(Rules rules, Requisitions requisitions, Accounts accounts, Pages pages) {
        this.rules = rules;
        this.requisitions = requisitions;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(RULES)
    Object rules() {
        return pages.view(page(Map.of(), List.of()));
    }

    private RulesPage page(Map<String, String> typed, List<Reason> reasons) {
        var all = rules.all(RecruitmentRule.ROOM);
        return new RulesPage(new RulesView(RecruitmentRule.ALL, all, true, requisitions.today(), accounts.names(all.stream().flatMap(it -> Stream.ofNullable(it.setBy())).collect(Collectors.toSet())),
                typed, reasons));
    }

    @PostMapping(RULES)
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        var day = Typed.day(typed.get("fromDay"));
        var answer = day.isEmpty() ? Answer.<LocalDate>refused("fromDay", "recruitment.day-missing")
                : rules.decide(RecruitmentRule.ALL, typed.getOrDefault("key", ""), Typed.number(typed.get("value"), -1), day.get(), typed.getOrDefault("source", ""), me);
        return switch (answer) {
            case Answer.Done<LocalDate>(var from) -> pages.done(RULES, "recruitment.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(page(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

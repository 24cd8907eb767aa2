package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.shapes.obligation.Obligation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Reading a rule and saying so: people of the house at their own page, a company's contacts in the portal. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR})
class ReadingWeb {
    private static final String MINE = "/app/my/rules";

    private final Acknowledgements acknowledgements;
    private final Policies policies;
    private final Clauses clauses;
    private final Pages pages;
    private final Clock clock;

    ReadingWeb(Acknowledgements acknowledgements, Policies policies, Clauses clauses, Pages pages, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.policies = policies;
        this.clauses = clauses;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(MINE)
    View mine(Me me) {
        return pages.view(new MyRulesPage(acknowledgements.mine(me).stream()
                .map(it -> new MyRulesPage.Line(it, policies.version(it.version()).orElseThrow())).toList(), LocalDate.now(clock)));
    }

    @GetMapping("/app/my/rules/{reading}")
    View read(@PathVariable UUID reading, Me me) {
        return pages.view(page(reading, me, MINE, false, List.of()));
    }

    @PostMapping("/app/my/rules/{reading}")
    Object acknowledge(@PathVariable UUID reading, @RequestParam(defaultValue = "false") boolean yes, Me me) {
        return after(reading, yes, me, MINE, false);
    }

    @For(Role.SUPPLIER)
    @GetMapping("/app/portal/policy/{reading}")
    View readInPortal(@PathVariable UUID reading, Me me) {
        return pages.view(page(reading, me, "/app/portal", true, List.of()));
    }

    @For(Role.SUPPLIER)
    @PostMapping("/app/portal/policy/{reading}")
    Object acknowledgeInPortal(@PathVariable UUID reading, @RequestParam(defaultValue = "false") boolean yes, Me me) {
        return after(reading, yes, me, "/app/portal", true);
    }

    private Object after(UUID reading, boolean yes, Me me, String back, boolean company) {
        return switch (acknowledgements.acknowledge(reading, yes, me)) {
            case Answer.Done<Obligation> _ -> pages.done(back, "policy.thanks");
            case Answer.Refused<Obligation>(var reasons) -> pages.view(page(reading, me, back, company, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ReadPage page(UUID id, Me me, String back, boolean company, List<Reason> reasons) {
        var reading = acknowledgements.mine(id, me).orElseThrow(() -> new NotThere("reading " + id));
        var version = policies.version(reading.version()).orElseThrow();
        return new ReadPage(version, clauses.of(version.id()), reading, (company ? "/app/portal/policy/" : "/app/my/rules/") + id, back, company, reasons);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry myRulesInTheMenu() {
            return MenuEntry.of(Wing.MINE, 40, "policy.mine", MINE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}

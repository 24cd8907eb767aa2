package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Of whom which papers are asked, changed by two; and the limits in force, with the law each comes from. */
@Controller
class SubstanceRulesWeb {
    record ScopeForm(
            @Nullable String category, @Nullable String material, @Nullable String fromDay, @Nullable List<String> asked, @Nullable String clause, @Nullable String reasons) {
        RulesPage.Typed typed() {
            return new RulesPage.Typed(Typed.words(category), Typed.words(material), Typed.words(fromDay), asked == null ? List.of() : asked, Typed.words(clause), Typed.words(reasons));
        }
    }

    private final Scopes scopes;
    private final Limits limits;
    private final Categories categories;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    SubstanceRulesWeb(Scopes scopes, Limits limits, Categories categories, Accounts accounts, Pages pages, Clock clock) {
        this.scopes = scopes;
        this.limits = limits;
        this.categories = categories;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER, Role.PROCESS, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/substances/rules")
    Object rules(Me me) {
        return pages.view(page(me, new RulesPage.Typed("", "", today().toString(), List.of(), "", ""), List.of()));
    }

    private RulesPage page(Me me, RulesPage.Typed typed, List<Reason> reasons) {
        var changes = scopes.changes();
        return new RulesPage(scopes.on(today()), changes, limits.thresholds(today()), limits.exemptions(), limits.note("rohs-voluntary", today()),
                limits.note("reach-article", today()), categories.all(), accounts.names(changes.stream().map(Scopes.Change::proposedBy).collect(Collectors.toSet())), me.account(),
                SubstancesWeb.rules(me), today(), typed, reasons);
    }

    @StepUp
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @PostMapping("/app/substances/rules")
    Object propose(ScopeForm form, Me me) {
        var it = form.typed();
        var named = scopes.material(it.material());
        var answer = !it.material().isEmpty() && named.isEmpty() ? Answer.<UUID>refused("material", "substances.material-unknown")
                : scopes.propose(it.category().isEmpty() ? null : it.category(), named.orElse(null), Typed.day(it.fromDay()).orElse(null), it.asked(), it.clause(), it.reasons(), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/substances/rules", "substances.proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, it, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @PostMapping("/app/substances/rules/{proposal}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var chosen = Typed.one(Decisions.Outcome.class, ruling);
        return switch (chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "decision.outcome-missing") : scopes.rule(proposal, chosen.get(), me)) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/substances/rules", "substances.scope-ruled." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var reasons) -> pages.view(page(me, new RulesPage.Typed("", "", "", List.of(), "", ""), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after a refusal returns to the list. */
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @GetMapping("/app/substances/rules/{proposal}")
    Object back(@PathVariable UUID proposal) {
        return "redirect:/app/substances/rules";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

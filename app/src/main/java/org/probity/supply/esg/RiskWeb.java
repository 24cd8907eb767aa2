package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.PortalPlace;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Risk and the numbers it goes by, on our screens; and a supplier's own on theirs. */
@Controller
class RiskWeb {
    private final Risks risks;
    private final RiskPieces pieces;
    private final RiskLines lines;
    private final RiskPlans plans;
    private final Rules rules;
    private final Suppliers suppliers;
    private final Categories categories;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    RiskWeb(Risks risks, RiskPieces pieces, RiskLines lines, RiskPlans plans, Rules rules, Suppliers suppliers, Categories categories, Accounts accounts, Pages pages, Clock clock) {
        this.risks = risks;
        this.pieces = pieces;
        this.lines = lines;
        this.plans = plans;
        this.rules = rules;
        this.suppliers = suppliers;
        this.categories = categories;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/risk")
    Object all(Query query, Me me) {
        var book = rules.on(today());
        var page = new RisksPage(lines.page(query, today()), lines.bands(today()), lines.count(query, today()), plans.needed(null).size(), book.points("band.medium"),
                book.points("band.high"), me.is(Role.SOURCING_OFFICER), query);
        return query.format().map(format -> (Object) pages.file(format, "esg-risk", page::table)).orElseGet(() -> pages.view(page));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/esg/risk")
    Object review(Me me) {
        return pages.done("/app/esg/risk", "esg.reviewed", risks.review(me));
    }

    /** A case leads here, and from here to the supplier. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/plans/{id}")
    Object plan(@PathVariable UUID id) {
        return "redirect:/app/suppliers/" + plans.find(id).orElseThrow(() -> new NotThere("plan " + id)).supplier() + "/esg";
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/esg/rules")
    View rules(Me me) {
        return pages.view(rules(me, Map.of("fromDay", today().plusDays(1).toString()), List.of()));
    }

    private RulesPage rules(Me me, Map<String, String> typed, List<Reason> reasons) {
        var open = rules.changes().stream().filter(it -> it.ruled() == null).toList();
        return new RulesPage(rules.on(today()), open, accounts.names(open.stream().map(Rules.Change::proposedBy).collect(Collectors.toSet())), me.account(),
                me.is(Role.SOURCING_OFFICER) || me.is(Role.EHS) || me.is(Role.LEGAL), categories.all(), typed, reasons);
    }

    @StepUp
    @For({Role.SOURCING_OFFICER, Role.EHS, Role.LEGAL})
    @PostMapping("/app/esg/rules")
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.change(typed, Typed.day(typed.get("fromDay")).orElse(null), typed.getOrDefault("source", ""), me)) {
            case Answer.Done<List<UUID>>(var proposed) -> pages.done("/app/esg/rules", "esg.proposed", (long) proposed.size());
            case Answer.Refused<List<UUID>>(var reasons) -> pages.view(rules(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.SOURCING_OFFICER, Role.EHS, Role.LEGAL})
    @PostMapping("/app/esg/rules/{proposal}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var chosen = Typed.one(Decisions.Outcome.class, ruling);
        return switch (chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "decision.outcome-missing") : rules.rule(proposal, chosen.get(), me)) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/esg/rules", "esg.change." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var reasons) -> pages.view(rules(me, Map.of("fromDay", today().plusDays(1).toString()), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after a refusal returns to the list. */
    @For({Role.SOURCING_OFFICER, Role.EHS, Role.LEGAL})
    @GetMapping("/app/esg/rules/{proposal}")
    Object back(@PathVariable UUID proposal) {
        return "redirect:/app/esg/rules";
    }

    /** What we hold of them, to themselves: every point, and where it comes from. */
    @For(Role.SUPPLIER)
    @GetMapping("/app/portal/esg-result")
    View own(Me me) {
        var supplier = me.supplier().flatMap(suppliers::find).orElseThrow(() -> new NotThere("supplier of " + me.account()));
        return pages.view(new PortalRiskPage(supplier, risks.of(supplier.id()).map(this::withoutLists).map(pieces::of)));
    }

    /**
     * As it would be if no list of restricted parties existed: neither the points, nor the band they lead to, nor the day on which nothing else changed
     * says that a name was found on one. It was computed last as this day began, so the day is today's for everybody.
     */
    private Risk withoutLists(Risk it) {
        var book = rules.on(today());
        var points = it.points().stream().filter(point -> !point.factor().equals(EsgFactors.UNTOLD)).toList();
        var sides = it.sides().stream().map(side -> {
            var sum = points.stream().filter(point -> point.pillar().equals(side.pillar())).map(Risk.Point::points).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
            return new Risk.Side(side.pillar(), sum, Risk.Band.of(sum, book.points("band.medium"), book.points("band.high")));
        }).toList();
        return new Risk(it.assessment(), it.supplier(), today(), it.record(), sides, points);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration
    static class Places {
        @Bean
        static PortalPlace ownRisk() {
            return new PortalPlace("esg.own-risk", "/app/portal/esg-result");
        }
    }
}

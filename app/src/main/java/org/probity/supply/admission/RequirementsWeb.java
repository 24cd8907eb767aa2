package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Agreement.Template;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What is asked of suppliers, and the words they agree to: both changed by two. */
@Controller
class RequirementsWeb {
    record RequirementForm(
            @Nullable String category, @Nullable String leg, @Nullable String needed, @Nullable String fromDay, @Nullable String clause, @Nullable String reasons) {
        RequirementsPage.Typed typed() {
            return new RequirementsPage.Typed(Typed.words(category), Typed.words(leg), Typed.words(needed), Typed.words(fromDay), Typed.words(clause), Typed.words(reasons));
        }
    }

    record TemplateForm(
            @Nullable String leg, @Nullable String fromDay, @Nullable String months, @Nullable String titleEn, @Nullable String titleZh, @Nullable String textEn,
            @Nullable String textZh, @Nullable String reasons) {
        TemplatesPage.Typed typed() {
            return new TemplatesPage.Typed(Typed.words(leg), Typed.words(fromDay), Typed.words(months), Typed.words(titleEn), Typed.words(titleZh),
                    Typed.words(textEn), Typed.words(textZh), Typed.words(reasons));
        }
    }

    private final Requirements requirements;
    private final Templates templates;
    private final Standing standing;
    private final Decisions decisions;
    private final Categories categories;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    RequirementsWeb(
            Requirements requirements, Templates templates, Standing standing, Decisions decisions, Categories categories, Accounts accounts, Pages pages, Clock clock) {
        this.requirements = requirements;
        this.templates = templates;
        this.standing = standing;
        this.decisions = decisions;
        this.categories = categories;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/requirements")
    View requirements(Me me) {
        return pages.view(requirements(me, new RequirementsPage.Typed(Requirements.EVERY, "", "", today().plusDays(1).toString(), "", ""), List.of()));
    }

    private RequirementsPage requirements(Me me, RequirementsPage.Typed typed, List<Reason> reasons) {
        var open = requirements.changes().stream().filter(it -> it.ruled() == null).toList();
        return new RequirementsPage(requirements.on(today()), open, standing.legs(), categories.all(), requirements.clauses(),
                accounts.names(open.stream().map(Requirements.Change::proposedBy).collect(Collectors.toSet())), me.account(), changes(me), typed, reasons);
    }

    @StepUp
    @For({Role.QUALITY, Role.SOURCING_OFFICER, Role.LEGAL})
    @PostMapping("/app/admission/requirements")
    Object propose(RequirementForm form, Me me) {
        var typed = form.typed();
        var answer = typed.needed().isEmpty() ? Answer.<UUID>refused("needed", "admission.outcome-missing")
                : requirements.propose(typed.category(), typed.leg(), typed.needed().equals("true"), Typed.day(typed.fromDay()).orElse(null), typed.clause(), typed.reasons(), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/requirements", "admission.proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(requirements(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.QUALITY, Role.SOURCING_OFFICER, Role.LEGAL})
    @PostMapping("/app/admission/requirements/{proposal}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var chosen = Typed.one(Decisions.Outcome.class, ruling);
        return switch (chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "decision.outcome-missing") : requirements.rule(proposal, chosen.get(), "", me)) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/admission/requirements", "admission.ruled." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var reasons) ->
                    pages.view(requirements(me, new RequirementsPage.Typed(Requirements.EVERY, "", "", "", "", ""), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after a refusal returns to the list. */
    @For({Role.QUALITY, Role.SOURCING_OFFICER, Role.LEGAL})
    @GetMapping("/app/admission/requirements/{proposal}")
    Object back(@PathVariable UUID proposal) {
        return "redirect:/app/admission/requirements";
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/templates")
    View templates(@RequestParam(defaultValue = "") String leg, Me me) {
        var from = templates.inForce(leg);
        return pages.view(templates(me, Optional.empty(), from.map(it -> new TemplatesPage.Typed(leg, today().toString(), String.valueOf(it.months()), it.titleEn(), it.titleZh(), it.textEn(), it.textZh(), ""))
                .orElse(new TemplatesPage.Typed(leg, today().toString(), "24", "", "", "", "", "")), List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/templates/{id}")
    View template(@PathVariable UUID id, Me me) {
        return pages.view(templates(me, Optional.of(there(id)), new TemplatesPage.Typed("", "", "", "", "", "", "", ""), List.of()));
    }

    private Template there(UUID id) {
        return templates.find(id).orElseThrow(() -> new NotThere("template " + id));
    }

    private TemplatesPage templates(Me me, Optional<Template> open, TemplatesPage.Typed typed, List<Reason> reasons) {
        var all = templates.all();
        var waits = open.flatMap(it -> decisions.find(it.proposal())).filter(it -> it.open() && !it.proposedBy().equals(me.account())).isPresent();
        return new TemplatesPage(all, standing.legs(), open, waits && writes(me), writes(me), accounts.names(all.stream().map(Template::writtenBy).collect(Collectors.toSet())),
                today(), typed, reasons);
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/templates")
    Object write(TemplateForm form, Me me) {
        var typed = form.typed();
        var from = Typed.day(typed.fromDay());
        var answer = from.isEmpty() ? Answer.<UUID>refused("fromDay", "admission.day-missing")
                : templates.write(new Templates.Written(typed.leg(), from.get(), typed.months().matches("[0-9]{1,3}") ? Integer.parseInt(typed.months()) : 0,
                        typed.titleEn(), typed.titleZh(), typed.textEn(), typed.textZh()), typed.reasons(), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/admission/templates/" + id, "admission.proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(templates(me, Optional.empty(), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/templates/{id}")
    Object ruleTemplate(@PathVariable UUID id, @RequestParam(defaultValue = "") String ruling, @RequestParam(defaultValue = "") String reasons, Me me) {
        var chosen = Typed.one(Decisions.Outcome.class, ruling);
        var answer = chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "admission.outcome-missing") : templates.rule(id, chosen.get(), reasons, me);
        return switch (answer) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/admission/templates/" + id, "admission.ruled." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var refused) -> pages.view(
                    templates(me, Optional.of(there(id)), new TemplatesPage.Typed("", "", "", "", "", "", "", ""), refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static boolean changes(Me me) {
        return me.is(Role.QUALITY) || me.is(Role.SOURCING_OFFICER) || me.is(Role.LEGAL);
    }

    private static boolean writes(Me me) {
        return me.is(Role.LEGAL) || me.is(Role.SOURCING_OFFICER);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

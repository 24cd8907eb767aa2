package org.probity.supply.substances;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.probity.supply.substances.Norms.Norm;
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Limits, exemptions and the setting, changed by two who answer for substances or for law. */
@Controller
class SubstanceNormsWeb {
    record NormForm(
            @Nullable String kind, @Nullable String code, @Nullable String regime, @Nullable String threshold, @Nullable String nameEn, @Nullable String nameZh,
            @Nullable String cas, @Nullable String ppm, @Nullable String lapsed, @Nullable String renewalDays, @Nullable String fromDay, @Nullable String untilDay,
            @Nullable String source, @Nullable String reasons) {
        NormsPage.Typed typed() {
            return new NormsPage.Typed(NormsPage.KINDS.contains(Typed.words(kind)) ? Typed.words(kind) : "limit", Typed.words(code), Typed.words(regime), Typed.words(threshold), Typed.words(nameEn), Typed.words(nameZh),
                    Typed.words(cas), Typed.words(ppm), Typed.words(lapsed), Typed.words(renewalDays), Typed.words(fromDay), Typed.words(untilDay), Typed.words(source),
                    Typed.words(reasons));
        }
    }

    private final Norms norms;
    private final Limits limits;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    SubstanceNormsWeb(Norms norms, Limits limits, Accounts accounts, Pages pages, Clock clock) {
        this.norms = norms;
        this.limits = limits;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL})
    @GetMapping("/app/substances/norms")
    Object norms(@RequestParam(defaultValue = "") String kind, Me me) {
        return pages.view(page(me, NormsPage.Typed.begin(kind, today()), List.of()));
    }

    private NormsPage page(Me me, NormsPage.Typed typed, List<Reason> reasons) {
        var changes = norms.changes();
        return new NormsPage(changes, limits.thresholds(today()), accounts.names(changes.stream().map(Norms.Change::proposedBy).collect(Collectors.toSet())), me.account(), typed, reasons);
    }

    @StepUp
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL})
    @PostMapping("/app/substances/norms")
    Object propose(NormForm form, Me me) {
        var it = form.typed();
        return switch (norm(it) instanceof Answer.Done<Norm>(var norm) ? norms.propose(norm, it.reasons(), me) : norm(it)) {
            case Answer.Done<?> done -> pages.done("/app/substances/norms", "substances.proposed");
            case Answer.Refused<?>(var reasons) -> pages.view(page(me, it, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Answer<Norm> norm(NormsPage.Typed it) {
        var from = Typed.day(it.fromDay());
        if (from.isEmpty()) {
            return Answer.refused("fromDay", "substances.day-missing");
        }
        return switch (it.kind()) {
            case "limit" -> {
                if (!it.ppm().matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
                    yield Answer.refused("ppm", "substances.ppm-wrong");
                }
                yield Answer.done(new Norm.Limit(it.code(), Typed.one(Limits.Regime.class, it.regime()).orElse(Limits.Regime.ROHS), it.nameEn(), it.nameZh(),
                        Arrays.stream(it.cas().split("[,;\\s]+")).filter(number -> !number.isEmpty()).toList(), new BigDecimal(it.ppm()), from.get(), it.source()));
            }
            case "exemption" -> {
                if (!it.untilDay().isEmpty() && Typed.day(it.untilDay()).isEmpty()) {
                    yield Answer.refused("untilDay", "substances.day-missing");
                }
                yield Answer.done(new Norm.Exempt(it.code(), it.threshold(), it.nameEn(), it.nameZh(), from.get(), Typed.day(it.untilDay()).orElse(null), it.source()));
            }
            default -> Answer.done(new Norm.Setting(it.lapsed(), it.renewalDays().matches("[0-9]{1,3}") ? Integer.parseInt(it.renewalDays()) : 0, from.get(), it.source()));
        };
    }

    @StepUp
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL})
    @PostMapping("/app/substances/norms/{proposal}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var chosen = Typed.one(Decisions.Outcome.class, ruling);
        return switch (chosen.isEmpty() ? Answer.<Decisions.Ruled>refused("ruling", "decision.outcome-missing") : norms.rule(proposal, chosen.get(), me)) {
            case Answer.Done<Decisions.Ruled>(var ruled) -> pages.done("/app/substances/norms", "substances.scope-ruled." + ruled.outcome());
            case Answer.Refused<Decisions.Ruled>(var reasons) -> pages.view(page(me, NormsPage.Typed.begin("", today()), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after a refusal returns to the list. */
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL})
    @GetMapping("/app/substances/norms/{proposal}")
    Object back(@PathVariable UUID proposal) {
        return "redirect:/app/substances/norms";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

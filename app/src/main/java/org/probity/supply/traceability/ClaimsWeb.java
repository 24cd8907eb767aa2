package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.probity.trace.Claims.Model;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Claims by ISO 22095: certificates of origins, accounts, what is proposed and agreed to. */
@Controller
@For({Role.QUALITY, Role.SOURCING_OFFICER})
class ClaimsWeb {
    private static final String CLAIMS = "/app/traceability/claims";

    private final Claimed claimed;
    private final Accounts accounts;
    private final Pages pages;

    ClaimsWeb(Claimed claimed, Accounts accounts, Pages pages) {
        this.claimed = claimed;
        this.accounts = accounts;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(CLAIMS)
    Object claims(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private ClaimsPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var waiting = claimed.waiting();
        return new ClaimsPage(claimed.claims(), waiting, claimed.broken(), claimed.accounts(), me.account(), accounts.names(waiting.stream().map(Claimed.Proposed::proposedBy).collect(Collectors.toSet())),
                Claimed.decides(me), typed, reasons);
    }

    @PostMapping(CLAIMS)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var model = model(typed, "model");
        var share = typed.getOrDefault("share", "").strip();
        var percent = share.matches("[0-9]{1,3}(\\.[0-9]{1,6})?") ? new BigDecimal(share).movePointLeft(2) : BigDecimal.ZERO;
        return told(model.isEmpty() ? Answer.refused("model", "traceability.account-wrong")
                : claimed.propose(typed.getOrDefault("item", ""), model.get(), percent, Typed.id(typed.getOrDefault("account", "")), me), me, typed, "traceability.claim-proposed");
    }

    private static Optional<Model> model(Map<String, String> typed, String field) {
        return Stream.of(Model.values()).filter(it -> it.name().equals(typed.get(field))).findFirst();
    }

    @PostMapping(CLAIMS + "/certificates")
    Object certify(@RequestParam Map<String, String> typed, Me me) {
        return told(claimed.certify(typed.getOrDefault("origin", ""), typed.getOrDefault("scheme", ""), typed.getOrDefault("number", ""), me), me, typed, "traceability.was-said");
    }

    @PostMapping(CLAIMS + "/entries")
    Object enter(@RequestParam Map<String, String> typed, Me me) {
        return told(claimed.enter(typed.getOrDefault("input", ""), Typed.id(typed.getOrDefault("into", "")).orElse(new UUID(0, 0)), me), me, typed, "traceability.was-said");
    }

    @PostMapping(CLAIMS + "/accounts")
    Object open(@RequestParam Map<String, String> typed, Me me) {
        return told(claimed.open(model(typed, "balance").orElse(Model.SEGREGATED), typed.getOrDefault("name", ""), Typed.number(typed.get("days"), 0), Typed.number(typed.get("perMille"), 0), me), me, typed,
                "traceability.was-said");
    }

    @StepUp
    @PostMapping(CLAIMS + "/{proposal:[0-9a-f-]{36}}")
    Object rule(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String ruling, Me me) {
        var outcome = Stream.of(Outcome.values()).filter(it -> it.name().equals(ruling)).findFirst();
        return told(outcome.<Answer<?>>map(it -> claimed.rule(proposal, it, me)).orElseGet(() -> Answer.refused("", "decision.outcome-missing")), me, Map.of(), "traceability.claim-ruled");
    }

    /** A language chosen after a refusal returns to the claims. */
    @GetMapping({CLAIMS + "/{proposal:[0-9a-f-]{36}}", CLAIMS + "/certificates", CLAIMS + "/entries", CLAIMS + "/accounts"})
    Object back() {
        return "redirect:" + CLAIMS;
    }

    private Object told(Answer<?> answer, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(CLAIMS, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

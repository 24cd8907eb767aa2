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
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Suppliers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may be named on public cards. */
@Controller
class OpenNamesWeb {
    private static final String ALL = "/app/traceability/names";

    private final OpenNames names;
    private final Suppliers suppliers;
    private final Pages pages;

    OpenNamesWeb(OpenNames names, Suppliers suppliers, Pages pages) {
        this.names = names;
        this.suppliers = suppliers;
        this.pages = pages;
    }

    @For({Role.SOURCING_OFFICER, Role.LEGAL, Role.BUYER, Role.ASSURER})
    @GetMapping(ALL)
    Object all(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    private OpenNamesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new OpenNamesPage(names.all(), me.account(), me.is(Role.SOURCING_OFFICER), me.is(Role.LEGAL), typed, reasons);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping(ALL)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        var supplier = suppliers.byNumber(typed.getOrDefault("supplier", "").strip()).map(it -> it.id());
        return answered(names.propose(supplier, typed.getOrDefault("consent", ""), me), "traceability.name-was-proposed", typed, me);
    }

    @For(Role.LEGAL)
    @StepUp
    @PostMapping(ALL + "/{id:[0-9a-f-]{36}}/approval")
    Object approve(@PathVariable UUID id, Me me) {
        return answered(names.rule(id, Outcome.APPROVED, me), "traceability.name-was-opened", Map.of(), me);
    }

    @For(Role.LEGAL)
    @PostMapping(ALL + "/{id:[0-9a-f-]{36}}/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        return answered(names.rule(id, Outcome.REJECTED, me), "traceability.name-was-rejected", Map.of(), me);
    }

    @For({Role.SOURCING_OFFICER, Role.LEGAL})
    @PostMapping(ALL + "/{id:[0-9a-f-]{36}}/closing")
    Object close(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return answered(names.close(id, typed.getOrDefault("reason", ""), me), "traceability.name-was-closed", typed, me);
    }

    private Object answered(Answer<UUID> answer, String said, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(ALL, said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}

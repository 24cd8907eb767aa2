package org.probity.supply.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a year. */
@Controller
class PlanWeb {
    private final Plans plans;
    private final Audits audits;
    private final Suppliers suppliers;
    private final Pages pages;

    PlanWeb(Plans plans, Audits audits, Suppliers suppliers, Pages pages) {
        this.plans = plans;
        this.audits = audits;
        this.suppliers = suppliers;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/audits/plan")
    Object plan(Query query, Me me) {
        var page = page(Typed.number(query.filter("year"), audits.today().getYear()), query, me, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "audit-plan-" + page.year(), page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits/plan/{year:[0-9]{4}}/capacity")
    Object capacity(@PathVariable int year, @RequestParam("audits") String most, Me me) {
        return answered(plans.capacity(year, Typed.number(most, -1), me), year, me, Map.of("audits", most), "audit.capacity-set");
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits/plan/{year:[0-9]{4}}/draw")
    Object draw(@PathVariable int year, Me me) {
        return answered(plans.drawUp(year, me), year, me, Map.of(), "audit.plan-drawn");
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits/plan/{year:[0-9]{4}}")
    Object add(@PathVariable int year, @RequestParam Map<String, String> typed, Me me) {
        var supplier = Typed.id(typed.get("supplier"));
        return answered(supplier.isEmpty() ? Answer.refused("supplier", "audit.supplier-unknown")
                : plans.add(year, supplier.get(), Typed.number(typed.get("month"), 0), typed.getOrDefault("reason", ""), me), year, me, typed, "audit.plan-changed");
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits/plan/{year:[0-9]{4}}/change")
    Object change(@PathVariable int year, @RequestParam Map<String, String> typed, Me me) {
        var line = Typed.id(typed.get("line"));
        var what = Arrays.stream(Plans.Change.values()).filter(it -> it.name().equals(typed.get("what"))).findFirst();
        return answered(line.isEmpty() || what.isEmpty() ? Answer.refused("line", "audit.line-unknown")
                : plans.change(line.get(), what.get(), Typed.number(typed.get("month"), 0), typed.getOrDefault("reason", ""), me), year, me, Map.of(), "audit.plan-changed");
    }

    private Object answered(Answer<?> answer, int year, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/audits/plan?year=" + year, said);
            case Answer.Refused<?>(var reasons) ->
                    pages.view(page(year, Query.all("/app/audits/plan").with("year", String.valueOf(year)), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PlanPage page(int year, Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        var risks = plans.risks(audits.today());
        Map<UUID, Supplier> known = suppliers.find(risks.stream().map(Plans.Risk::supplier).toList()).stream().collect(Collectors.toMap(Supplier::id, Function.identity()));
        var candidates = risks.stream().filter(it -> known.containsKey(it.supplier())).limit(200)
                .map(it -> new PlanPage.Candidate(it.supplier(), known.get(it.supplier()).number(), known.get(it.supplier()).nameEn(), known.get(it.supplier()).nameZh(), it)).toList();
        return new PlanPage(year, plans.lines(year), candidates, plans.capacity(year), me.is(Role.QUALITY) || me.is(Role.BUYER), query, typed, reasons);
    }
}

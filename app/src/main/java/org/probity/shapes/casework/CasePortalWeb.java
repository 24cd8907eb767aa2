package org.probity.shapes.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.casework.Case.Aim;
import org.probity.shapes.casework.CasePage.Side;
import org.probity.shapes.casework.CasePage.Typed;
import org.probity.shapes.evidence.Evidence;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Corrective actions on the screens of the suppliers who owe them. */
@Controller
@For(Role.SUPPLIER)
class CasePortalWeb {
    private final Cases cases;
    private final Evidence evidence;
    private final Pages pages;

    CasePortalWeb(Cases cases, Evidence evidence, Pages pages) {
        this.cases = cases;
        this.evidence = evidence;
        this.pages = pages;
    }

    @GetMapping("/app/portal/casework/{id}")
    Object one(@PathVariable UUID id, Me me) {
        var it = own(id, me);
        return pages.view(page(it, it.state() == Case.State.PLAN_RETURNED ? asSent(it) : Typed.NOTHING, List.of()));
    }

    @GetMapping("/app/portal/casework/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Me me) {
        return CasesWeb.download(cases, evidence, own(id, me).id(), file);
    }

    @PostMapping("/app/portal/casework/{id}/plan")
    Object plan(@PathVariable UUID id, @RequestParam Map<String, String> fields, Me me) {
        var it = own(id, me);
        var typed = new Typed(fields);
        var reasons = new ArrayList<Reason>();
        var measures = new ArrayList<Case.Measure>();
        for (var aim : Aim.values()) {
            var name = aim.name().toLowerCase(Locale.ROOT);
            for (var row : CasePage.ROWS) {
                var what = typed.of(name + row);
                var owner = typed.of(name + row + "-owner");
                var day = typed.of(name + row + "-day");
                if (!(what + owner + day).isBlank()) {
                    org.probity.house.ui.Typed.day(day).ifPresentOrElse(due -> measures.add(new Case.Measure(aim, what, owner, due)),
                            () -> reasons.add(new Reason(name, "casework.not-a-day", List.of())));
                }
            }
        }
        return reasons.isEmpty()
                ? answered(cases.plan(id, new Cases.Plan(typed.of("containment"), typed.of("rootCause"), measures), me), it, typed, "casework.plan-came")
                : pages.view(page(it, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/app/portal/casework/{id}/done")
    Object done(@PathVariable UUID id, @RequestParam String words, @RequestParam(required = false) @Nullable List<MultipartFile> files, Me me) {
        var it = own(id, me);
        return answered(cases.done(id, words, CasesWeb.uploads(files), me), it, new Typed(Map.of("words", words)), "casework.done-came");
    }

    private Object answered(Answer<Case> answer, Case it, Typed typed, String said) {
        return switch (answer) {
            case Answer.Done<Case> done -> pages.done("/app/portal/casework/" + it.id(), said);
            case Answer.Refused<Case>(var reasons) -> pages.view(page(it, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A plan that came back stands in the form again, so that only what was wrong is written anew. */
    private Typed asSent(Case it) {
        var fields = new HashMap<String, String>();
        cases.plan(it.plan()).ifPresent(plan -> {
            fields.put("containment", plan.containment());
            fields.put("rootCause", plan.rootCause());
            var rows = new HashMap<Aim, Integer>();
            for (var measure : plan.measures()) {
                var field = measure.aim().name().toLowerCase(Locale.ROOT) + rows.merge(measure.aim(), 1, Integer::sum);
                fields.put(field, measure.what());
                fields.put(field + "-owner", measure.owner());
                fields.put(field + "-day", measure.dueDay().toString());
            }
        });
        return new Typed(fields);
    }

    private CasePage page(Case it, Typed typed, List<Reason> reasons) {
        return new CasePage(it, Side.SUPPLIER, null, Optional.empty(), cases.plan(it.plan()), cases.steps(it.id()), cases.files(it.id()), Map.of(), null, false,
                cases.today(), typed, reasons);
    }

    private Case own(UUID id, Me me) {
        return cases.own(id, me).orElseThrow(() -> new NotThere("case " + id));
    }
}

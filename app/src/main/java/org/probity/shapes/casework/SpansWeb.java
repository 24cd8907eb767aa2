package org.probity.shapes.casework;

import java.util.List;
import java.util.Map;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.parts.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days of corrective actions, seen by all who read them, chosen by those who handle them. */
@Controller
class SpansWeb {
    private final Spans spans;
    private final Cases cases;
    private final Pages pages;

    SpansWeb(Spans spans, Cases cases, Pages pages) {
        this.spans = spans;
        this.cases = cases;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/casework/spans")
    Object all(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    @For({Role.QUALITY, Role.SOURCING_OFFICER})
    @StepUp
    @PostMapping("/app/casework/spans")
    Object choose(@RequestParam Map<String, String> typed, Me me) {
        var severity = typed.getOrDefault("severity", "").split("/", 2);
        var from = Typed.day(typed.get("from"));
        if (from.isEmpty()) {
            return refused(me, typed, List.of(new Reason("from", "casework.not-a-day", List.of())));
        }
        return switch (spans.choose(severity[0], severity.length > 1 ? severity[1] : "", from.get(), number(typed.get("planDays")), number(typed.get("closeDays")),
                typed.getOrDefault("source", ""), me)) {
            case Answer.Done<CaseKind.Span> done -> pages.done("/app/casework/spans", "casework.days-chosen");
            case Answer.Refused<CaseKind.Span>(var reasons) -> refused(me, typed, reasons);
        };
    }

    private Object refused(Me me, Map<String, String> typed, List<Reason> reasons) {
        return pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What is no number is no days, and refused as such. */
    private static int number(@org.jspecify.annotations.Nullable String typed) {
        return typed != null && typed.strip().matches("[0-9]{1,4}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private SpansPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var today = cases.today();
        var lines = spans.kinds().stream().flatMap(kind -> kind.spans().stream().map(CaseKind.Span::severity).distinct()
                .flatMap(severity -> spans.of(kind, severity, today).stream())
                .map(span -> new SpansPage.Line(kind.key(), span, !kind.spans().contains(span)))).toList();
        var choices = spans.kinds().stream().filter(kind -> kind.handledBy(me) && (me.is(Role.QUALITY) || me.is(Role.SOURCING_OFFICER)))
                .flatMap(kind -> kind.spans().stream().map(span -> kind.key() + "/" + span.severity()).distinct())
                .map(value -> new Option(value, value)).toList();
        return new SpansPage(lines, choices, typed, reasons);
    }
}

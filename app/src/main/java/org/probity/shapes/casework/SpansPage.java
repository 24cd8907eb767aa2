package org.probity.shapes.casework;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** How long corrective actions may take, by what they are about, with the source of each number. */
public record SpansPage(List<Line> lines, List<Option> choices, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** @param chosen by the house, and not the pack's */
    public record Line(String kind, CaseKind.Span span, boolean chosen) {}

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> choices(Screen s) {
        return choices.stream().map(it -> {
            var parts = it.value().split("/", 2);
            return new Option(it.value(), name(s, parts[0]) + ": " + CaseWords.severity(s, parts[0], parts[1]));
        }).toList();
    }

    private static String name(Screen s, String kind) {
        return s.knows(kind) ? s.t(kind) : kind;
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("casework.spans"))
                .head("casework.about", it -> name(s, it.kind()))
                .text("casework.severity", it -> CaseWords.severity(s, it.kind(), it.span().severity()))
                .number("casework.plan-days", it -> (long) it.span().planDays())
                .number("casework.close-days", it -> (long) it.span().closeDays())
                .day("casework.since", it -> it.span().from())
                .text("casework.whose", it -> s.t(it.chosen() ? "casework.ours-chosen" : "casework.of-pack"))
                .why("casework.source", it -> it.span().source());
    }
}

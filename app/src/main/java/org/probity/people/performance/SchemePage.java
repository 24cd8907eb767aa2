package org.probity.people.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.shapes.decision.Decisions.Decision;

/**
 * The scheme of one group: what holds, the next version as somebody proposes it, and what waits for a second person.
 *
 * @param mine whether who looks proposed what waits
 */
public record SchemePage(Scheme now, Optional<Next> waiting, boolean mine, Map<String, String> typed, List<Reason> reasons) implements Page {
    static final List<String> NUMBERS = List.of("commitmentsMin", "commitmentsMax", "joinedDays", "guidelineFrom", "appealDays", "quorum");

    public record Next(Scheme scheme, Decision decision, String proposer) {}

    private record Line(String what, String was, String becomes) {}

    public String path() {
        return "/app/performance/schemes/" + now.code();
    }

    public List<String> numbers() {
        return NUMBERS;
    }

    public String typed(String field) {
        return typed.getOrDefault(field, number(now, field));
    }

    public String share(Scheme.Rating it, boolean least) {
        return typed.getOrDefault((least ? "min." : "max.") + it.code(), CyclesPage.percent(least ? it.shareMin() : it.shareMax()));
    }

    private static String number(Scheme it, String field) {
        return switch (field) {
            case "commitmentsMin" -> String.valueOf(it.commitmentsMin());
            case "commitmentsMax" -> String.valueOf(it.commitmentsMax());
            case "joinedDays" -> String.valueOf(it.joinedDays());
            case "guidelineFrom" -> String.valueOf(it.guidelineFrom());
            case "appealDays" -> String.valueOf(it.appealDays());
            case "quorum" -> String.valueOf(it.quorum());
            case String other -> "";
        };
    }

    /** What would be otherwise. */
    public Table<?> changes(Screen s) {
        var next = waiting.orElseThrow().scheme();
        var lines = new ArrayList<Line>();
        for (var field : NUMBERS) {
            if (!number(now, field).equals(number(next, field))) {
                lines.add(new Line(s.t("performance.scheme." + field), number(now, field), number(next, field)));
            }
        }
        for (var it : next.ratings()) {
            var was = now.rating(it.code()).orElseThrow();
            if (was.shareMin().compareTo(it.shareMin()) != 0 || was.shareMax().compareTo(it.shareMax()) != 0) {
                lines.add(new Line(it.code(), s.t("performance.from-to-share", CyclesPage.percent(was.shareMin()), CyclesPage.percent(was.shareMax())),
                        s.t("performance.from-to-share", CyclesPage.percent(it.shareMin()), CyclesPage.percent(it.shareMax()))));
            }
        }
        return Table.of(s, lines).caption(s.t("performance.changes")).head("performance.asked", Line::what).text("performance.was", Line::was).text("performance.becomes", Line::becomes);
    }
}

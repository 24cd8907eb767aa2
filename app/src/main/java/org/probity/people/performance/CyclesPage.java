package org.probity.people.performance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** The cycles, and the schemes that hold today. @param typed the form as it was typed */
public record CyclesPage(List<Line> lines, List<Scheme> schemes, Map<String, String> typed, List<Reason> reasons) implements Page {

    public record Line(Cycle cycle, long members, long rated, long talked) {}

    public Table<Line> table(Screen s) {
        return Table.of(s, lines).caption(s.t("performance.cycles"))
                .head("performance.cycle", it -> new Link(it.cycle().name(s), CycleWeb.ROOM + "/" + it.cycle().id()))
                .state("performance.state", it -> it.cycle().closed() ? State.good(s.t("performance.is-closed")) : State.warn(s.t("performance.runs")))
                .number("performance.members", Line::members)
                .number("performance.rated", Line::rated)
                .number("performance.talked", Line::talked);
    }

    public Table<Scheme.Rating> ratings(Screen s, Scheme scheme) {
        return Table.of(s, scheme.ratings()).caption(scheme.name(s.lang()), s.t("performance.scheme-is", scheme.version(), scheme.commitmentsMin(), scheme.commitmentsMax(), scheme.appealDays(),
                        scheme.quorum(), scheme.guidelineFrom()))
                .head("performance.rating", it -> it.code() + " · " + it.name(s.lang()))
                .text("performance.side", it -> s.t("performance.side." + it.side()))
                .text("performance.guideline", it -> s.t("performance.from-to-share", percent(it.shareMin()), percent(it.shareMax())));
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}

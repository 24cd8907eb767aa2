package org.probity.people.labour;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Labour rules in force with what the union says of each, and what it found. */
public record OversightPage(List<Oversight.Rule> rules, List<UnionFindings.UnionFinding> findings) implements Page {
    public Table<Oversight.Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("labour.rulebook"))
                .head("labour.policy", it -> new Link(LabourWords.in(s.lang(), it.titleEn(), it.titleZh()), "/app/labour/union/" + it.policy()))
                .id("labour.code", Oversight.Rule::code)
                .day("labour.heading.from", Oversight.Rule::fromDay)
                .state("labour.making", it -> it.steps() == 3 ? State.good(s.t("labour.made-lawfully")) : State.warn(s.t("labour.steps-shown", it.steps())))
                .state("labour.opinion", it -> opinion(s, it))
                .number("labour.open", Oversight.Rule::open)
                .state("labour.objection", it -> it.objected() ? State.bad(s.t("labour.objects")) : State.none(s.t("labour.no-objection")));
    }

    public static State opinion(Screen s, Oversight.Rule it) {
        var opinion = it.opinion();
        return opinion == null ? State.warn(s.t("labour.not-reviewed")) : switch (opinion) {
            case KEPT -> State.good(s.t("labour.opinion.KEPT"));
            case PARTLY -> State.warn(s.t("labour.opinion.PARTLY"));
            case NOT_KEPT -> State.bad(s.t("labour.opinion.NOT_KEPT"));
        };
    }

    public Table<UnionFindings.UnionFinding> findingsTable(Screen s) {
        return Table.of(s, findings)
                .caption(s.t("labour.union-findings"))
                .head("labour.finding", it -> new Link(it.words(), "/app/labour/union/findings/" + it.id()))
                .text("labour.policy", it -> LabourWords.in(s.lang(), it.titleEn(), it.titleZh()))
                .day("labour.due", UnionFindings.UnionFinding::dueDay)
                .state("labour.stands", it -> state(s, it.state()));
    }

    public static State state(Screen s, UnionFindings.Stage stage) {
        var words = s.t("labour.stage." + stage);
        return switch (stage) {
            case OPEN -> State.bad(words);
            case DONE -> State.note(words);
            case CLOSED -> State.good(words);
        };
    }
}

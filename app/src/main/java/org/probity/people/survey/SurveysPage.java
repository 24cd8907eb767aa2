package org.probity.people.survey;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Rounds that ask whoever looks, and all rounds there were. */
public record SurveysPage(List<Survey> rounds, List<Survey> asking, boolean launches, LocalDate today) implements Page {
    public SurveysPage {
        rounds = List.copyOf(rounds);
        asking = List.copyOf(asking);
    }

    static State state(Screen s, Survey it, LocalDate today) {
        if (it.released()) {
            return State.good(s.t("survey.state.released"));
        }
        if (it.closedOn() != null || today.isAfter(it.lastDay())) {
            return State.warn(s.t("survey.state.over"));
        }
        return it.open(today) ? State.note(s.t("survey.state.open")) : State.none(s.t("survey.state.planned"));
    }

    static String called(Screen s, Survey it) {
        return it.asked().name(s.lang()) + " " + it.number();
    }

    public Table<Survey> table(Screen s) {
        return Table.of(s, rounds)
                .caption(s.t("survey.rounds"))
                .head("survey.round", it -> new Link(called(s, it), "/app/survey/" + it.id()))
                .text("survey.kind", it -> s.t("survey.kind." + it.kind()))
                .day("survey.first-day", Survey::firstDay)
                .day("survey.last-day", Survey::lastDay)
                .number("survey.asked", Survey::invited)
                .state("survey.state", it -> state(s, it, today));
    }
}

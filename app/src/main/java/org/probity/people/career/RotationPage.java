package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Rounds of rotation, and moves that concern the reader. */
public record RotationPage(List<Rotation.Round> rounds, List<Moves.Move> moves, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    static State state(Screen s, Rotation.Round it, LocalDate today) {
        return it.matched() ? State.good(s.t("career.round.matched")) : it.runs(today) ? State.note(s.t("career.round.runs"))
                : today.isBefore(it.fromDay()) ? State.none(s.t("career.round.planned")) : State.warn(s.t("career.round.over"));
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Rotation.Round> table(Screen s) {
        return Table.of(s, rounds)
                .caption(s.t("career.rounds"))
                .head("career.round", it -> new Link(it.title(s.lang()), "/app/careers/rounds/" + it.id()))
                .id("career.number", Rotation.Round::number)
                .day("career.from", Rotation.Round::fromDay)
                .day("career.closes", Rotation.Round::untilDay)
                .number("career.openings", Rotation.Round::openings)
                .number("career.seats", Rotation.Round::seats)
                .state("career.state", it -> state(s, it, today));
    }

    public Table<Moves.Move> moveTable(Screen s) {
        return Table.of(s, moves)
                .caption(s.t("career.moves"))
                .head("career.person", it -> new Link(it.name(s.lang()), "/app/careers/moves/" + it.opening() + "/" + it.person()))
                .text("career.role", it -> it.role(s.lang()))
                .state("career.state", it -> MovePage.state(s, it));
    }
}

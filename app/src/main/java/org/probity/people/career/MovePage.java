package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;

/** From a match to the first day in the new post, for the person, their manager and human resources. @param last day of release @param returnsUntil null: not moved */
public record MovePage(
        Moves.Move it, boolean own, boolean manager, boolean keeps, LocalDate last, @Nullable LocalDate returnsUntil, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public static State state(Screen s, Moves.Move it) {
        return it.steps().isEmpty() ? State.warn(s.t("career.move.RELEASE")) : it.did(Moves.Step.RETURNED).isPresent() ? State.none(s.t("career.move.RETURNED"))
                : it.did(Moves.Step.MOVED).isPresent() ? State.good(s.t("career.move.MOVED")) : State.note(s.t("career.move." + it.steps().getLast().step()));
    }

    public String path() {
        return "/app/careers/moves/" + it.opening() + "/" + it.person();
    }

    public boolean moved() {
        return it.did(Moves.Step.MOVED).isPresent();
    }

    public boolean releases() {
        return manager && !moved() && it.did(Moves.Step.DEFERRED).isEmpty();
    }

    public boolean again() {
        return it.did(Moves.Step.RELEASED).isPresent();
    }

    public boolean returns() {
        return own && moved() && it.did(Moves.Step.RETURNED).isEmpty() && returnsUntil != null && !today.isAfter(returnsUntil);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Event> events(Screen s) {
        return it.steps().stream().map(step -> new Event(Mark.GOOD, s.t("career.move." + step.step()), step.words(), s.day(step.day()))).toList();
    }
}

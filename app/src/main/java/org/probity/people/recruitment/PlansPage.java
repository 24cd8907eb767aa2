package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.people.recruitment.Plans.Horizon;
import org.probity.people.recruitment.Plans.Line;
import org.probity.people.recruitment.Plans.Rung;

/** The talent ladder with its pools, flows and gaps, and plans of three lengths against who came. */
public record PlansPage(
        List<Line> plans, List<Rung> ladder, List<Place> places, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> horizons(Screen s) {
        return Arrays.stream(Horizon.values()).map(it -> new Option(it.name(), s.t("recruitment.horizon." + it))).toList();
    }

    public List<Option> units(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList();
    }

    public List<Option> levels(Screen s) {
        return IntStream.rangeClosed(1, 6).mapToObj(it -> new Option(String.valueOf(it), s.t("recruitment.level-no", it))).toList();
    }

    public boolean empty() {
        return ladder.stream().allMatch(it -> it.then() + it.now() + it.hired() + it.planned() == 0);
    }

    public Table<Rung> rungs(Screen s) {
        return Table.of(s, ladder).caption(s.t("recruitment.ladder"), s.t("recruitment.ladder-text", String.valueOf(today.getYear())))
                .head("recruitment.level", it -> s.t("recruitment.level-no", it.level()))
                .number("recruitment.ladder.then", Rung::then)
                .number("recruitment.ladder.up", Rung::up)
                .number("recruitment.ladder.came", Rung::came)
                .number("recruitment.ladder.gone", Rung::gone)
                .number("recruitment.ladder.left", Rung::left)
                .number("recruitment.ladder.now", Rung::now)
                .number("recruitment.ladder.hired", Rung::hired)
                .number("recruitment.ladder.planned", Rung::planned);
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, plans).caption(s.t("recruitment.plans"))
                .head("recruitment.horizon", it -> s.t("recruitment.horizon." + it.horizon()))
                .text("recruitment.unit", it -> it.unit(s.lang()))
                .text("recruitment.level", it -> it.level() == 0 ? s.t("recruitment.any") : s.t("recruitment.level-no", it.level()))
                .day("recruitment.from-day", Line::fromDay)
                .day("recruitment.until-day", Line::untilDay)
                .number("recruitment.planned", Line::heads)
                .number("recruitment.agreed", Line::asked)
                .number("recruitment.hired", Line::hired)
                .number("recruitment.still-open", Line::open)
                .text("recruitment.grounds", Line::grounds);
    }
}

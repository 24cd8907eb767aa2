package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** One's own development plan: what is still to be shown, and how one means to get there. */
public record PlanPage(
        Optional<Plans.Aim> aim, List<Register.Track> tracks, List<Gaps.Gap> gaps, List<Plans.Step> steps, List<Plans.Course> courses, LocalDate today, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> tracks(Screen s) {
        return tracks.stream().map(it -> new Option(it.code(), it.name(s.lang()) + " · " + it.ladder().name())).toList();
    }

    public String aimed(Screen s) {
        return aim.map(it -> it.says(s.lang())).orElse("");
    }

    /** What is chosen on the form: what came back refused, where the reader came from, or what they aim at. */
    public String track() {
        return of("track").isEmpty() ? aim.map(Plans.Aim::track).orElse("") : of("track");
    }

    public List<Option> levels() {
        return IntStream.rangeClosed(1, 9).mapToObj(it -> new Option(String.valueOf(it), String.valueOf(it))).toList();
    }

    public String level() {
        return of("level").isEmpty() ? aim.map(it -> String.valueOf(it.level())).orElse("") : of("level");
    }

    public List<Option> items(Screen s) {
        return gaps.stream().map(it -> new Option(it.item().toString(), it.code() + " · " + it.title(s.lang()))).toList();
    }

    public List<Option> ways(Screen s) {
        return Stream.of(Plans.Way.values()).map(it -> new Option(it.name(), s.t("career.way." + it))).toList();
    }

    /** Each with the item it answers, because it answers no other. */
    public List<Option> options(Screen s) {
        return courses.stream().map(it -> new Option(it.id().toString(), it.number() + " " + it.title(s.lang()) + " (" + code(it) + ")")).toList();
    }

    private String code(Plans.Course it) {
        return gaps.stream().filter(gap -> gap.item().equals(it.item())).map(Gaps.Gap::code).findFirst().orElse("–");
    }

    private State state(Screen s, Plans.Step it) {
        return !it.aimed() ? State.none(s.t("career.plan-not-aimed")) : it.shown() ? State.good(s.t("career.plan-shown")) : it.doneOn() != null ? State.good(s.t("career.plan-done", it.doneOn()))
                : it.untilDay().isBefore(today) ? State.bad(s.t("career.plan-late")) : State.note(s.t("career.plan-open"));
    }

    public Table<Plans.Step> table(Screen s) {
        return Table.of(s, steps)
                .caption(s.t("career.plan"))
                .head("career.item", it -> it.code() + " · " + it.title(s.lang()))
                .text("career.way", it -> it.way() == Plans.Way.COURSE ? it.course(s.lang()) : s.t("career.way." + it.way()))
                .day("career.by", Plans.Step::untilDay)
                .state("career.state", it -> state(s, it))
                .why("career.reason", Plans.Step::words);
    }
}

package org.probity.people.succession;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/**
 * A post: the criteria it meets, what it asks, and who is behind it with what each lacks.
 *
 * @param keeps human resources, who change it and see whoever said no; others see candidates alone
 * @param choices tracks and courses to choose from; empty for others
 */
public record PositionPage(
        Position it, List<Position.Judgement> judgements, List<Requirement> asks, List<Successor> behind, boolean keeps, int soonMonths, Choices choices, Map<UUID, String> names, LocalDate today,
        Map<String, String> typed, List<Reason> reasons) implements Page {
    public record Choices(List<Named> tracks, List<Named> courses) {
        static final Choices NONE = new Choices(List.of(), List.of());
    }

    public record Named(String value, String en, String zh) {
        Option option(Screen s) {
            return new Option(value, s.lang() == Lang.ZH ? zh : en);
        }
    }

    static State state(Screen s, Naming.State it) {
        var words = s.t("succession.state." + it);
        return switch (it) {
            case ASKED -> State.warn(words);
            case AGREED -> State.good(words);
            case DECLINED, ENDED -> State.none(words);
        };
    }

    static State readiness(Screen s, Successor it, int soonMonths) {
        var readiness = it.readiness(soonMonths);
        var words = s.t("succession.readiness." + readiness, it.months());
        return switch (readiness) {
            case NOW -> State.good(words);
            case SOON -> State.warn(words);
            case LATER -> State.none(words);
        };
    }

    public String path() {
        return "/app/succession/" + it.id();
    }

    public List<State> tags(Screen s) {
        return List.of(PositionsPage.state(s, it).asTag());
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("succession.unit"), it.unit(s.lang())), new Fact(s.t("succession.holder"), it.holder() == null ? s.t("succession.vacant") : it.holder(s.lang())),
                new Fact(s.t("succession.criteria-met"), it.least() == 0 ? s.t("succession.not-judged") : s.t("succession.met-of", it.met(), it.least())),
                new Fact(s.t("succession.ready"), s.t("succession.ready-of", it.ready(), it.readyLeast())));
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What was typed, or what the newest judgement said. */
    public String reason(Criterion criterion) {
        return typed.getOrDefault("met." + criterion, judgements.isEmpty() ? "" : judgements.getFirst().met().getOrDefault(criterion, ""));
    }

    public List<Criterion> criteria() {
        return Position.criteria();
    }

    /** What was found met, for a reader who changes nothing. */
    public Table<Map.Entry<Criterion, String>> met(Screen s) {
        var rows = judgements.isEmpty() ? List.<Map.Entry<Criterion, String>>of() : List.copyOf(judgements.getFirst().met().entrySet());
        return Table.of(s, rows)
                .caption(s.t("succession.criteria"), judgements.isEmpty() ? "" : s.t("succession.judged-on", judgements.getFirst().day(), names.getOrDefault(judgements.getFirst().by(), "–")))
                .head("succession.criterion", it -> s.t("succession.criterion." + it.getKey()))
                .why("succession.reason", Map.Entry::getValue);
    }

    public List<Event> history(Screen s) {
        return judgements.stream().map(it -> new Event(it.met().size() >= it.least() ? Mark.GOOD : Mark.NONE, s.t(it.met().size() >= it.least() ? "succession.became-key" : "succession.became-none"),
                s.t("succession.met-of", it.met().size(), it.least()), s.day(it.day()) + " · " + names.getOrDefault(it.by(), "–"))).toList();
    }

    public Table<Successor> table(Screen s) {
        return Table.of(s, behind)
                .caption(s.t("succession.candidates"))
                .head("succession.person", it -> it.name(s.lang()))
                .id("succession.staff-number", Successor::number)
                .state("succession.answer", it -> state(s, it.state()))
                .state("succession.readiness", it -> it.counts() ? readiness(s, it, soonMonths) : State.none(s.t("succession.counts-not")))
                .number("succession.missing", it -> it.counts() ? it.lacks().size() : "")
                .day("succession.since", Successor::day);
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Requirement.Kind.values()).map(it -> new Option(it.name(), s.t("succession.kind." + it))).toList();
    }

    public List<Option> tracks(Screen s) {
        return choices.tracks().stream().map(it -> it.option(s)).toList();
    }

    public List<Option> courses(Screen s) {
        return choices.courses().stream().map(it -> it.option(s)).toList();
    }
}

package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** All rounds, the rule book of today, and where the ledgers come in. @param last the half-year that is over */
public record RoundsPage(List<Line> rounds, Optional<Scheme> scheme, Period last, boolean grades, List<Reason> reasons) implements Page {
    /** @param counted suppliers of each grade */
    public record Line(Round round, Map<Grade, Long> counted) {}

    public record Period(int year, int half) {}

    public static String name(Screen s, Round round) {
        return s.t("evaluation.half." + round.half(), String.valueOf(round.year()));
    }

    public static State stage(Screen s, Round round) {
        return switch (round.stage()) {
            case OPEN -> State.none(s.t("evaluation.stage.OPEN"));
            case COMPUTED -> State.note(s.t("evaluation.stage.COMPUTED"));
            case PROPOSED -> State.warn(s.t("evaluation.stage.PROPOSED"));
            case GIVEN -> State.good(s.t("evaluation.stage.GIVEN"));
        };
    }

    public Table<Line> table(Screen s) {
        var table = Table.of(s, rounds).caption(s.t("evaluation.rounds"))
                .head("evaluation.period", it -> new Link(name(s, it.round()), "/app/evaluation/" + it.round().id()))
                .state("evaluation.stage", it -> stage(s, it.round()));
        for (var grade : Grade.values()) {
            table.number("evaluation.letter." + grade, it -> it.counted().getOrDefault(grade, 0L));
        }
        return table;
    }

    public Table<Criterion> criteria(Screen s) {
        return Table.of(s, scheme.map(Scheme::criteria).orElse(List.of()))
                .caption(s.t("evaluation.scheme", scheme.map(Scheme::version).orElse(0)), scheme.map(Scheme::source).orElse(""))
                .head("evaluation.criterion", it -> s.t("evaluation.criterion." + it.code()))
                .text("evaluation.dimension", it -> s.t("evaluation.dimension." + it.dimension()))
                .number("evaluation.weight", it -> it.gate() ? s.t("evaluation.gate") : plain(it.weight()))
                .text("evaluation.scale", it -> it.gate() ? s.t("evaluation.gate-scale") : s.t("evaluation.from-to", plain(it.worst()), plain(it.best()), it.unit()))
                .text("evaluation.without", it -> s.t("evaluation.without." + it.without()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Feeds.Kind.values()).map(it -> new Option(it.name(), s.t("evaluation.feed." + it), s.t("evaluation.feed." + it + ".hint"))).toList();
    }

    public List<Option> halves(Screen s) {
        return List.of(new Option("1", s.t("evaluation.first-half")), new Option("2", s.t("evaluation.second-half")));
    }
}

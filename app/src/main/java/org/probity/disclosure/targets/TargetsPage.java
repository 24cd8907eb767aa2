package org.probity.disclosure.targets;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;

/**
 * All targets: those that hold with the value against them, those that wait for a second person, and those that went before.
 *
 * @param responsible who may answer for one
 */
public record TargetsPage(
        List<Held> held, List<Waiting> waiting, List<Line> history, List<Figure> figures, List<Account> responsible, Map<UUID, String> names,
        boolean mayPropose, Targets.Form form, List<Reason> reasons) implements Page {

    /** @param known of which moment the value is @param standing today; empty without a value */
    public record Held(Target target, Figure figure, Optional<BigDecimal> value, Optional<Instant> known, Optional<BigDecimal> before, Optional<Target.Standing> standing) {}

    /**
     * @param mine whether the one who looks proposed it
     * @param mayRule whether their role may rule on it
     */
    public record Waiting(Target target, Figure figure, boolean mine, boolean mayRule) {}

    public record Line(Target target, Figure figure, Decision decision) {}

    /** The moment of the oldest number of those that stand here. */
    public Optional<Instant> asOf() {
        return held.stream().flatMap(it -> it.known().stream()).min(Comparator.naturalOrder());
    }

    public String name(Screen s, Figure figure, Target target) {
        return s.t(figure.messages()) + " · " + target.year();
    }

    /** A door for those who may see a figure's rows, which name suppliers; its name for everybody else. */
    public Content figure(Screen s, Figure figure, Target target) {
        return s.is(Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                ? new Link(name(s, figure, target), "/app/figures/" + figure.key() + "?year=" + target.year()) : Html.words(name(s, figure, target));
    }

    public State state(Screen s, Held it) {
        return it.standing().map(standing -> it.target().state(s, it.value().orElseThrow(), standing)).orElseGet(() -> State.none(s.t("targets.no-value")));
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, history)
                .caption(s.t("targets.history"))
                .head("targets.figure", it -> figure(s, it.figure(), it.target()))
                .number("targets.target", it -> it.target().shown(s, it.figure().unit()))
                .number("targets.warning", it -> s.measure(it.target().warning(), it.figure().unit()))
                .number("targets.base-year", it -> it.target().baseYear() == null ? "–" : String.valueOf(it.target().baseYear()))
                .text("targets.responsible", it -> names.getOrDefault(it.target().responsible(), "–"))
                .text("targets.proposed", it -> names.getOrDefault(it.decision().proposedBy(), "–") + " · " + s.instant(it.decision().proposedAt()))
                .state("targets.ruled", it -> ruled(s, it.decision()));
    }

    private State ruled(Screen s, Decision decision) {
        return outcome(s, decision.outcome(), decision.ruledBy() == null ? "" : names.getOrDefault(decision.ruledBy(), "–"));
    }

    private static State outcome(Screen s, @Nullable Outcome outcome, String by) {
        return outcome == null ? State.warn(s.t("targets.waits")) : switch (outcome) {
            case APPROVED -> State.good(s.t("targets.approved", by));
            case REJECTED -> State.bad(s.t("targets.rejected", by));
            case WITHDRAWN -> State.none(s.t("targets.withdrawn"));
        };
    }

    public List<Option> figureChoices(Screen s) {
        return figures.stream().map(it -> new Option(it.key(), it.code() + " · " + s.t(it.messages()))).toList();
    }

    public List<Option> directions(Screen s) {
        return Arrays.stream(Target.Direction.values()).map(it -> new Option(it.name(), s.t("targets.direction." + it.name()))).toList();
    }

    public List<Option> people() {
        return responsible.stream().map(it -> new Option(it.id().toString(), it.name())).toList();
    }
}

package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figure.Level;

/**
 * For each figure, who sees its rows: what holds, what waits for a second person, and what was ever proposed.
 *
 * @param names of the people who acted
 */
public record LevelsPage(List<Held> held, List<Line> history, Map<UUID, String> names, Me me, Form form, List<Reason> reasons) implements Page {

    /** @param since the decision that made it so; empty while it is the narrowest because nobody decided */
    public record Held(Figure figure, Level level, Optional<Levels.Proposed> since) {}

    /** @param figure empty for one that no room registers any more */
    public record Line(Levels.Proposed proposed, Optional<Figure> figure, Decisions.Decision decision) {}

    /** What was typed. */
    public record Form(String figure, String level, String reason) {
        static final Form EMPTY = new Form("", "", "");
    }

    public List<Line> waiting() {
        return history.stream().filter(it -> it.decision().open()).toList();
    }

    public boolean mayPropose() {
        return me.is(Role.SOURCING_OFFICER);
    }

    public boolean mine(Line line) {
        return line.decision().proposedBy().equals(me.account());
    }

    public boolean mayRule() {
        return me.is(Role.PUBLISHER);
    }

    public static String seen(Screen s, Level level) {
        return s.t("statement.level." + level.name());
    }

    public String name(Screen s, Line line) {
        return line.figure().map(it -> it.code() + " · " + s.t(it.messages())).orElse(line.proposed().figure());
    }

    public Table<Held> table(Screen s) {
        return Table.of(s, held)
                .caption(s.t("statement.levels-held"), s.t("statement.levels-hint"))
                .head("statement.figure", it -> it.figure().code() + " · " + s.t(it.figure().messages()))
                .text("statement.level-now", it -> seen(s, it.level()))
                .text("statement.level-since", it -> it.since().map(since -> s.instant(Objects.requireNonNull(since.approvedAt()))).orElseGet(() -> s.t("statement.level-default")))
                .text("statement.level-widest", it -> seen(s, it.figure().level()));
    }

    public Table<Line> table(Screen s, List<Line> lines) {
        return Table.of(s, lines)
                .caption(s.t("statement.levels-history"))
                .head("statement.figure", it -> name(s, it))
                .text("statement.level-asked", it -> seen(s, it.proposed().level()))
                .why("statement.level-why", it -> it.proposed().reason())
                .text("statement.level-by", it -> names.getOrDefault(it.decision().proposedBy(), "–") + " · " + s.instant(it.decision().proposedAt()))
                .state("statement.ruled", it -> ruled(s, it.decision()));
    }

    private State ruled(Screen s, Decisions.Decision decision) {
        var by = decision.ruledBy() == null ? "" : names.getOrDefault(decision.ruledBy(), "–");
        return decision.outcome() == null ? State.warn(s.t("statement.state.waits")) : switch (decision.outcome()) {
            case APPROVED -> State.good(s.t("statement.level-approved-by", by));
            case REJECTED -> State.bad(s.t("statement.level-rejected-by", by));
            case WITHDRAWN -> State.none(s.t("statement.state.withdrawn"));
        };
    }

    public List<Option> figures(Screen s) {
        return held.stream().map(it -> new Option(it.figure().key(), it.figure().code() + " · " + s.t(it.figure().messages()))).toList();
    }

    public List<Option> levels(Screen s) {
        return Arrays.stream(Level.values()).map(it -> new Option(it.name(), seen(s, it), s.t("statement.level." + it.name() + ".hint"))).toList();
    }
}

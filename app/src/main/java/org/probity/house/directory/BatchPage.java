package org.probity.house.directory;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.State;

/**
 * A file that was read: its faults, or what it would do.
 *
 * @param plan null: it has faults
 */
public record BatchPage(
        UUID id, Reading.Kind kind, String file, List<Reading.Fault> faults, Intake.@Nullable Plan plan, List<Intake.Line> lines, Query query,
        List<Reason> reasons) implements Page {

    public Table<Reading.Fault> faults(Screen s) {
        return Table.of(s, faults)
                .caption(s.t("directory.faults", faults.size()))
                .id("directory.row", fault -> String.valueOf(fault.row()))
                .id("directory.column", Reading.Fault::column)
                .head("directory.fault", fault -> s.t(fault.key(), fault.value()))
                .id("directory.value", Reading.Fault::value)
                .paged(query, faults.size()).downloads();
    }

    public Table<Intake.Line> lines(Screen s) {
        var table = Table.of(s, lines)
                .caption(s.t("directory.lines"))
                .id("directory.row", it -> String.valueOf(it.row()))
                .state("directory.effect", it -> state(s, it.effect()));
        for (var i = 0; i < kind.columns.size(); i++) {
            var at = i;
            table.text("directory.heading." + kind.columns.get(i), it -> it.fields().get(at));
        }
        return table.wide().paged(query, found());
    }

    private long found() {
        return plan == null ? 0 : effect() == null ? plan.news() + plan.same() : plan.of(effect());
    }

    /** The one the list is narrowed to; null: all. */
    Intake.@Nullable Effect effect() {
        return effect(query);
    }

    static Intake.@Nullable Effect effect(Query query) {
        return Arrays.stream(Intake.Effect.values()).filter(it -> query.has("effect", it.name())).findFirst().orElse(null);
    }

    private static State state(Screen s, Intake.Effect effect) {
        var words = s.t("directory.effect." + effect);
        return switch (effect) {
            case ADDED -> State.good(words);
            case CHANGED -> State.note(words);
            case ENDED -> State.warn(words);
            case SAME -> State.none(words);
        };
    }

    public List<Chip> chips(Screen s) {
        return plan == null ? List.of() : Arrays.stream(Intake.Effect.values())
                .map(it -> Chip.of(query, "effect", it.name(), s.t("directory.effect." + it), plan.of(it))).toList();
    }
}

package org.probity.people.labour;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.State;

/** A file that was read: its faults, or what it would do. @param plan null: it has faults */
public record BatchPage(
        UUID id, Reading.Kind kind, String file, List<Reading.Fault> faults, Intake.@Nullable Plan plan, List<Intake.Line> lines, Query query, List<Reason> reasons) implements Page {
    public Table<Reading.Fault> faults(Screen s) {
        return Table.of(s, faults)
                .caption(s.t("labour.faults", faults.size()))
                .id("labour.row", fault -> String.valueOf(fault.row()))
                .text("labour.column", fault -> s.knows("labour.heading." + fault.column()) ? s.t("labour.heading." + fault.column()) : fault.column())
                .head("labour.fault", fault -> s.t(fault.key(), fault.value()))
                .id("labour.value", Reading.Fault::value)
                .paged(query, faults.size()).downloads();
    }

    public Table<Intake.Line> lines(Screen s) {
        var table = Table.of(s, lines)
                .caption(s.t("labour.lines"))
                .id("labour.row", it -> String.valueOf(it.row()))
                .state("labour.effect", it -> state(s, it.effect()));
        // What is staged of a document's number is a hash, which says nothing to anybody.
        IntStream.range(0, kind.columns.size()).filter(at -> !kind.columns.get(at).equals("document_number"))
                .forEach(at -> table.text("labour.heading." + kind.columns.get(at), it -> it.fields().get(at)));
        return table.wide().paged(query, plan == null ? 0 : effect() == null ? plan.added() + plan.changed() + plan.same() : plan.of(effect()));
    }

    Intake.@Nullable Effect effect() {
        return effect(query);
    }

    static Intake.@Nullable Effect effect(Query query) {
        return Arrays.stream(Intake.Effect.values()).filter(it -> query.has("effect", it.name())).findFirst().orElse(null);
    }

    private static State state(Screen s, Intake.Effect effect) {
        var words = s.t("labour.effect." + effect);
        return switch (effect) {
            case ADDED -> State.good(words);
            case CHANGED -> State.note(words);
            case SAME -> State.none(words);
        };
    }

    public List<Chip> chips(Screen s) {
        return plan == null ? List.of() : Arrays.stream(Intake.Effect.values()).map(it -> Chip.of(query, "effect", it.name(), s.t("labour.effect." + it), plan.of(it))).toList();
    }
}

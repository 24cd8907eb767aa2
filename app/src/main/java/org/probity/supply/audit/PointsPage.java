package org.probity.supply.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Supplier;

/**
 * The points of the plan as they hold, what changed them, and the form for the next change.
 *
 * @param before what holds on the first day of the change that waits
 * @param typed what stands in the form
 * @param me who looks
 */
public record PointsPage(
        Points.Held held, Optional<Points.Held> before, List<Points.Change> changes, List<String> keys, List<Supplier.Category> categories, Map<UUID, String> names, UUID me,
        boolean plans, Map<String, String> typed, List<Reason> reasons) implements Page {

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Optional<Points.Change> waiting() {
        return changes.stream().filter(it -> it.decision().open()).findFirst();
    }

    public boolean mine() {
        return waiting().filter(it -> it.decision().proposedBy().equals(me)).isPresent();
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public String words(Screen s, String key) {
        return key.startsWith("category.") ? s.t("audit.points.category", category(s, key.substring("category.".length()))) : s.t("audit.points." + key);
    }

    private String category(Screen s, String code) {
        return categories.stream().filter(it -> it.code().equals(code)).findFirst().map(it -> it.name(s.lang())).orElse(code);
    }

    public Table<String> table(Screen s) {
        return Table.of(s, keys.stream().filter(it -> held.points().getOrDefault(it, 0) > 0).toList())
                .caption(s.t("audit.points-hold", held.day()))
                .head("audit.why", it -> words(s, it))
                .number("audit.points", it -> (long) held.points().getOrDefault(it, 0));
    }

    public String stops(Screen s) {
        return s.t("audit.points-stops", s.t("audit.stop." + held.open()), s.t("audit.stop." + held.late()));
    }

    /** What would be otherwise, line by line. */
    public List<String> differences(Screen s) {
        var said = new ArrayList<String>();
        waiting().ifPresent(it -> {
            it.points().forEach((key, points) -> said.add(s.t("audit.points-other", words(s, key),
                    String.valueOf(before.map(was -> was.points().getOrDefault(key, 0)).orElse(0)), String.valueOf(points))));
            before.ifPresent(was -> {
                if (was.open() != it.open()) {
                    said.add(s.t("audit.points-other", s.t("audit.points-open"), s.t("audit.stop." + was.open()), s.t("audit.stop." + it.open())));
                }
                if (was.late() != it.late()) {
                    said.add(s.t("audit.points-other", s.t("audit.points-late"), s.t("audit.stop." + was.late()), s.t("audit.stop." + it.late())));
                }
            });
        });
        return said;
    }

    public List<Points.Change> past() {
        return changes.stream().filter(it -> !it.decision().open()).toList();
    }

    public Table<Points.Change> history(Screen s) {
        return Table.of(s, past())
                .caption(s.t("audit.points-changes"))
                .day("audit.points-from", Points.Change::fromDay)
                .state("audit.state", it -> it.decision().outcome() == Outcome.APPROVED ? State.good(s.t("audit.points-approved")) : State.none(s.t("audit.points-not-approved")))
                .text("audit.points-by", it -> Stream.of(it.decision().proposedBy(), Optional.ofNullable(it.decision().ruledBy()).orElse(it.decision().proposedBy()))
                        .distinct().map(this::name).reduce((one, two) -> one + s.t("audit.comma") + two).orElse(""))
                .why("audit.points-source", Points.Change::source);
    }

    public List<Option> stopChoices(Screen s) {
        return Stream.of(Points.Stop.values()).map(it -> new Option(it.name(), s.t("audit.stop." + it))).toList();
    }
}

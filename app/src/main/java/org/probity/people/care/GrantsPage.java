package org.probity.people.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** Acts of granting, the form that looks at one first, and the one that keeps since when somebody has worked. */
public record GrantsPage(List<Grants.Granting> all, List<Place> units, Map<UUID, String> names, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> years() {
        return IntStream.rangeClosed(-1, 1).mapToObj(it -> String.valueOf(today.getYear() + it)).map(it -> new Option(it, it)).toList();
    }

    /** The tree, with its depth shown by spaces. */
    public List<Option> places(Screen s) {
        return places(s, units);
    }

    static List<Option> places(Screen s, List<Place> units) {
        return units.stream().map(it -> new Option(it.id().toString(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList();
    }

    static String unit(Screen s, @Nullable String en, @Nullable String zh) {
        return en == null || zh == null ? s.t("care.everybody") : Leave.name(s.lang(), en, zh);
    }

    public Table<Grants.Granting> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("care.grants-made"))
                .head("care.year", it -> String.valueOf(it.year()))
                .text("care.for", it -> unit(s, it.unitEn(), it.unitZh()))
                .number("care.people", Grants.Granting::people)
                .number("care.hours", it -> CarePage.hours(it.amount()))
                .text("care.granted-at", it -> s.time(it.grantedAt()))
                .text("care.by", it -> names.getOrDefault(it.grantedBy(), "–"));
    }
}

package org.probity.people.pay;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** Grades and their ranges today, and what held or will hold. */
public record BandsPage(List<Bands.Band> now, List<Bands.Band> all, boolean keeps, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Bands.Band> table(Screen s) {
        return table(s, now, s.t("pay.bands-now"));
    }

    public List<Bands.Band> other() {
        return all.stream().filter(it -> !now.contains(it)).toList();
    }

    public Table<Bands.Band> otherTable(Screen s) {
        return table(s, other(), s.t("pay.bands-other"));
    }

    private static Table<Bands.Band> table(Screen s, List<Bands.Band> bands, String caption) {
        return Table.of(s, bands)
                .caption(caption)
                .head("pay.grade", Bands.Band::grade)
                .number("pay.low", it -> s.measure(it.low(), ""))
                .number("pay.high", it -> s.measure(it.high(), ""))
                .day("pay.from", it -> s.time(it.fromDay()))
                .text("pay.source", Bands.Band::source);
    }
}

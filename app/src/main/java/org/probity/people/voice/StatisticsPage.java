package org.probity.people.voice;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** How many cases of a year there are at least, by each thing that is counted. */
public record StatisticsPage(int year, List<Integer> years, Map<Sort, Map<String, Long>> counts) implements Page {
    /** One answer to what is counted. */
    public record Row(String words, long atLeast) {}

    public List<Sort> sorts() {
        return List.of(Sort.values());
    }

    public Table<Row> table(Screen s, Sort sort) {
        var told = counts.getOrDefault(sort, Map.of());
        return Table.of(s, sort.codes().stream().map(it -> new Row(s.t(sort.key(it)), told.getOrDefault(it, 0L))).toList())
                .caption(s.t("voice.sort." + sort))
                .head("voice.sort." + sort, Row::words)
                .text("voice.count.at-least", it -> it.atLeast() == 0 ? s.t("voice.closed-cell") : s.t("voice.at-least", it.atLeast()));
    }
}

package org.probity.people.survey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.people.survey.Pack.Dimension;
import org.probity.reckon.Alpha;
import org.probity.reckon.Difference.Verdict;
import org.probity.shapes.measure.MeasuresPiece;

/** One group that is shown: every item, beside the round before where it can be compared, and what is promised for it. */
public record GroupPage(
        Survey survey, Results.Line line, int asked, @Nullable Survey before, Results.@Nullable Line then, Map<String, Verdict> since, Map<String, Alpha> alphas, Map<String, Results.Unit> units,
        List<Results.Driver> drivers, MeasuresPiece measures, boolean leads, boolean launches, int target) implements Page {
    private record Row(String scale, String words, boolean whole) {}

    public String name(Screen s) {
        return line.called().words(s, units);
    }

    public String lead(Screen s) {
        var doubt = line.doubt(Results.ALL, asked);
        return s.t("survey.group-lead", line.score(Results.ALL).words(), doubt.low(), doubt.high(), line.people());
    }

    public Table<?> table(Screen s) {
        var rows = survey.asked().dimensions().stream().flatMap(it -> rows(s, it).stream()).toList();
        var table = Table.of(s, rows)
                .caption(s.t("survey.by-item"))
                .head("survey.item", it -> (it.whole() ? "" : "\u2003") + it.words())
                .state("survey.score", it -> RoundPage.marked(line.score(it.scale()), target))
                .text("survey.doubt", it -> s.t("survey.doubt-of", line.doubt(it.scale(), asked).low(), line.doubt(it.scale(), asked).high()));
        var old = then;
        return old == null ? table : table.text("survey.before", it -> since.containsKey(it.scale()) ? old.score(it.scale()).words() : "").text("survey.since", it -> RoundPage.verdict(s, since.get(it.scale())));
    }

    public Table<Results.Driver> driverTable(Screen s) {
        return RoundPage.driverTable(s, survey, drivers);
    }

    public String driversText(Screen s) {
        return RoundPage.driverText(s, survey, drivers);
    }

    /** Whether the items of a dimension ask for one thing, in a group that is large enough to say so. */
    public String alphas(Screen s) {
        var names = survey.asked().dimensions().stream().filter(it -> alphas.containsKey(it.code())).map(it -> it.name(s.lang()) + " %.2f".formatted(alphas.get(it.code()).value())).toList();
        return names.isEmpty() ? "" : s.t("survey.alphas", String.join(s.t("survey.place-between"), names));
    }

    private static List<Row> rows(Screen s, Dimension dimension) {
        var items = dimension.items().stream().map(it -> new Row(it.code(), it.text(s.lang()), false)).toList();
        return items.size() == 1 ? items : java.util.stream.Stream.concat(java.util.stream.Stream.of(new Row(dimension.code(), dimension.name(s.lang()), true)), items.stream()).toList();
    }

    /** The way to a short round that asks this unit again what it scored low in. */
    public String again() {
        var low = survey.items().stream().filter(it -> line.score(it).high() < target).collect(Collectors.joining("&items="));
        return "/app/survey/launch?kind=PULSE&pack=" + survey.pack() + "&asksAgain=" + survey.number() + line.called().unit().map(it -> "&unit=" + it).orElse("") + (low.isEmpty() ? "" : "&items=" + low);
    }

}

package org.probity.people.care;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;

/** What a granting would do, before anybody presses: who gets how much and why, and who gets nothing. */
public record PreviewPage(Grants.Preview it, @Nullable Place place, Query query, List<Reason> reasons) implements Page {
    /** Numbers of days that most people get; those of newcomers stand in the list. */
    private static final int SHOWN = 3;

    public String title(Screen s) {
        return s.t("care.preview-title", String.valueOf(it.year()));
    }

    public String unit(Screen s) {
        return place == null ? s.t("care.everybody") : place.name(s.lang());
    }

    public String unitId() {
        return it.unit() == null ? "" : it.unit().toString();
    }

    public String year() {
        return String.valueOf(it.year());
    }

    public List<Sum> sums(Screen s) {
        var sums = new ArrayList<>(List.of(new Sum(s.t("care.people"), s.number(it.lines().size())), new Sum(s.t("care.hours"), s.number(CarePage.hours(it.amount())))));
        it.lines().stream().collect(Collectors.groupingBy(one -> one.earned().days(), TreeMap::new, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed()).limit(SHOWN).sorted(Map.Entry.comparingByKey()).forEach(of -> sums.add(new Sum(s.t("care.of-days", of.getKey()), s.number(of.getValue()), s.t("care.people-short", of.getValue()), "", false)));
        return sums;
    }

    public Map<String, Long> why() {
        return it.outs().stream().collect(Collectors.groupingBy(Grants.Out::reason, TreeMap::new, Collectors.counting()));
    }

    public Table<Grants.Line> table(Screen s) {
        var from = (int) Math.min(query.offset(), it.lines().size());
        return Table.of(s, it.lines().subList(from, Math.min(it.lines().size(), from + query.limit())))
                .caption(s.t("care.would-get"))
                .head("care.person", one -> one.name(s.lang()))
                .id("care.number", Grants.Line::number)
                .day("care.since", one -> one.earned().since())
                .text("care.service-of", one -> one.earned().pieces().stream().map(piece -> s.t("care.step." + piece.service())).distinct().collect(Collectors.joining(" → ")))
                .number("care.days-owed", one -> one.earned().days())
                .number("care.had", one -> BigDecimal.valueOf(one.had(), 2))
                .number("care.added", one -> CarePage.hours(one.amount()))
                .paged(query, it.lines().size())
                .downloads();
    }
}

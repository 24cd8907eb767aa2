package org.probity.people.care;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;

/** What closing a year would do, before anybody presses. */
public record LeftPage(Closings.Preview it, @Nullable Place place, Query query, List<Reason> reasons) implements Page {
    public String title(Screen s) {
        return s.t("care.left-title", String.valueOf(it.year()));
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
        return List.of(new Sum(s.t("care.people"), s.number(it.lines().size())), new Sum(s.t("care.carried"), s.number(CarePage.hours(it.carried()))),
                new Sum(s.t("care.owed"), s.number(CarePage.hours(it.owed()))), new Sum(s.t("care.carry-days"), s.number(it.days())));
    }

    public Table<Closings.Line> table(Screen s) {
        var from = (int) Math.min(query.offset(), it.lines().size());
        return Table.of(s, it.lines().subList(from, Math.min(it.lines().size(), from + query.limit())))
                .caption(s.t("care.what-is-left"))
                .head("care.person", one -> one.name(s.lang()))
                .id("care.number", Closings.Line::number)
                .number("care.left", one -> CarePage.hours(one.annual() + one.old()))
                .number("care.carried", one -> CarePage.hours(one.carried()))
                .number("care.owed", one -> CarePage.hours(one.owed()))
                .paged(query, it.lines().size());
    }
}

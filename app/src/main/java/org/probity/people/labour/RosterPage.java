package org.probity.people.labour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/**
 * The people of a unit with the overtime of their month, worked and planned, and the form that plans shifts for those chosen.
 *
 * @param unit null: none was chosen yet
 * @param units that whoever looks plans for
 */
public record RosterPage(
        @Nullable Place unit, List<Place> units, YearMonth month, List<Overtime.Standing> people, long found, Query query, LocalDate today, Map<String, String> typed,
        Collection<String> chosen, List<Reason> reasons) implements Page {
    public String of(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public String action() {
        return "/app/labour/roster?unit=" + (unit == null ? "" : unit.code()) + "&month=" + month + (query.page() > 1 ? "&page=" + query.page() : "");
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("unit", s.t("labour.unit"), units.stream().map(it -> new Option(it.code(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList()),
                new Pick("month", s.t("labour.month"), List.of(-1, 0, 1, 2).stream().map(it -> YearMonth.from(today).plusMonths(it).toString()).map(it -> new Option(it, it)).toList()));
    }

    public Table<Overtime.Standing> table(Screen s) {
        return Table.of(s, people)
                .caption(s.t("labour.overtime-of", month.toString()), s.t("labour.overtime-sub"))
                .head("labour.name", it -> name(s, it))
                .id("labour.heading.number", Overtime.Standing::number)
                .number("labour.overtime-worked", it -> s.number(Overtime.hours(it.worked())))
                .number("labour.overtime-planned", it -> s.number(Overtime.hours(it.planned())))
                .number("labour.overtime-forecast", it -> s.number(Overtime.hours(it.forecast())))
                .state("labour.stands", it -> state(s, it))
                .choose("people", it -> it.person().toString(), it -> name(s, it))
                .chosen(chosen)
                .paged(query, found);
    }

    private static String name(Screen s, Overtime.Standing it) {
        return LabourWords.in(s.lang(), it.nameEn(), it.nameZh());
    }

    private static State state(Screen s, Overtime.Standing it) {
        if (!it.attested()) {
            return State.bad(s.t("labour.not-checked"));
        }
        var limit = it.limit();
        if (limit == null) {
            return State.none(s.t("labour.no-limit-here"));
        }
        var left = limit.subtract(Overtime.hours(it.forecast()));
        return left.signum() < 0 ? State.bad(s.t("labour.over-limit", Overtime.plain(limit)))
                : reached(it.warn(), it) ? State.warn(s.t("labour.hours-left", Overtime.plain(left))) : State.good(s.t("labour.hours-left", Overtime.plain(left)));
    }

    private static boolean reached(@Nullable BigDecimal hours, Overtime.Standing it) {
        return Optional.ofNullable(hours).filter(warn -> Overtime.hours(it.forecast()).compareTo(warn) >= 0).isPresent();
    }
}

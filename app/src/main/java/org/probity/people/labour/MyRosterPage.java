package org.probity.people.labour;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;

/** When whoever looks is to work, and how their month stands. @param month empty: not engaged, or the account is nobody's of the directory */
public record MyRosterPage(Optional<Overtime.Standing> month, List<Overtime.Turn> turns, LocalDate today) implements Page {
    public List<Fact> facts(Screen s, Overtime.Standing it) {
        var limit = it.limit();
        return List.of(new Fact(s.t("labour.overtime-worked"), s.t("labour.hours", s.number(Overtime.hours(it.worked())))),
                new Fact(s.t("labour.overtime-planned"), s.t("labour.hours", s.number(Overtime.hours(it.planned())))),
                new Fact(s.t("labour.most-a-month"), limit == null ? s.t("labour.no-limit-here") : s.t("labour.hours", Overtime.plain(limit))));
    }

    public Table<Overtime.Turn> table(Screen s) {
        return Table.of(s, turns)
                .caption(s.t("labour.next-shifts"), "")
                .day("labour.day", Overtime.Turn::day)
                .text("labour.begins", it -> it.begins().toLocalTime())
                .text("labour.ends", it -> it.ends().toLocalTime());
    }
}

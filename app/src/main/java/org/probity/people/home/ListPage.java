package org.probity.people.home;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.people.home.HomeQueue.Waiting;

/** The order in which people wait, by number and points, without a name. @param me whose own line is marked; null: the reader does not wait */
public record ListPage(List<Waiting> waiting, @Nullable UUID me) implements Page {
    public Table<Waiting> table(Screen s) {
        return Table.of(s, waiting)
                .caption(s.t("home.list-caption"))
                .head("home.number", it -> it.application().number() + (it.application().person().equals(me) ? " · " + s.t("home.you") : ""))
                .text("home.site", it -> it.application().site(s.lang()))
                .text("home.takes", it -> s.t("home.takes." + it.application().takes()))
                .number("home.place", Waiting::place)
                .number("home.points-years", it -> it.points().years())
                .number("home.points-grounds", it -> it.points().grounds().values().stream().mapToInt(one -> one).sum())
                .number("home.points-waiting", it -> it.points().waiting())
                .number("home.points", it -> it.points().sum());
    }
}

package org.probity.people.learning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;
import org.probity.shapes.figure.SmallCells;

/** Training hours per person by sex and by employee category (GRI 404-1): of those engaged at the end of a year, or today while it runs. */
public record GroupsPage(int year, LocalDate end, List<Cut> cuts) implements Page {
    /** @param key how the population is divided: sex or category */
    public record Cut(String key, List<Group> groups, SmallCells.Release release) {}

    /** @param key such as F; empty: not known */
    public record Group(String key, long people, long seconds) {
        /** Hours of each, to the hundredth. */
        public BigDecimal hours() {
            return people == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(people * 3_600L), 2, RoundingMode.HALF_UP);
        }
    }

    public Table<Group> table(Screen s, Cut cut) {
        return Table.of(s, cut.groups())
                .caption(s.t("learning.by." + cut.key()))
                .head("learning.group", it -> s.t("learning.by." + cut.key() + "." + (it.key().isEmpty() ? "unknown" : it.key())))
                .number("learning.people", it -> cut.release().shows(it.key()) ? (Object) it.people() : State.none(s.t("learning.cell-closed")))
                .number("learning.time", it -> cut.release().shows(it.key()) ? Html.words(Trainings.length(it.seconds())) : "")
                .number("learning.hours-each", it -> cut.release().shows(it.key()) ? (Object) it.hours() : "")
                .foot(s.t("learning.all"), cut.groups().stream().mapToLong(Group::people).sum(), Html.words(Trainings.length(cut.groups().stream().mapToLong(Group::seconds).sum())), "");
    }
}

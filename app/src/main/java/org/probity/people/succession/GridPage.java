package org.probity.people.succession;

import java.util.List;
import java.util.stream.Collectors;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** The nine-box of a project, as it is now and nowhere else. No download is offered. */
public record GridPage(Project project, List<NineBox.Place> places) implements Page {
    /** A row of the grid. @param potential from above, 3 first */
    public record Row(int potential) {}

    private String who(Screen s, int performance, int potential) {
        return places.stream().filter(it -> it.at(performance, potential)).map(it -> it.name(s.lang())).collect(Collectors.joining(s.t("succession.comma")));
    }

    public Table<Row> table(Screen s) {
        return Table.of(s, List.of(new Row(3), new Row(2), new Row(1)))
                .caption(s.t("succession.grid"), s.t("succession.grid-axes"))
                .head("succession.potential", it -> s.t("succession.grid-potential." + it.potential()))
                .text("succession.grid-performance.1", it -> who(s, 1, it.potential()))
                .text("succession.grid-performance.2", it -> who(s, 2, it.potential()))
                .text("succession.grid-performance.3", it -> who(s, 3, it.potential()))
                .square();
    }

    /** Those for whom there is no box, and what is missing. */
    public Table<NineBox.Place> missing(Screen s) {
        return Table.of(s, places.stream().filter(it -> !it.whole()).toList())
                .caption(s.t("succession.no-box"), s.t("succession.no-box-text"))
                .head("succession.person", it -> it.name(s.lang()))
                .id("succession.staff-number", NineBox.Place::number)
                .text("succession.ratings", it -> it.ratings() == 0 ? s.t("succession.no-rating") : s.t("succession.ratings-of", it.ratings()))
                .text("succession.aspects", it -> s.t("succession.aspects-of", it.aspects(), Project.Aspect.values().length));
    }

    public boolean lacks() {
        return places.stream().anyMatch(it -> !it.whole());
    }
}

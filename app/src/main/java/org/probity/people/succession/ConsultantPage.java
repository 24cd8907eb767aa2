package org.probity.people.succession;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** A consultant's first page: the people of their project, and until when they may look. */
public record ConsultantPage(Project project, List<Project.Member> members, LocalDate lastDay) implements Page {
    public Table<Project.Member> table(Screen s) {
        return Table.of(s, members)
                .caption(s.t("succession.members"))
                .head("succession.person", it -> new Link(it.name(s.lang()), ConsultantWeb.ROOM + "/people/" + it.naming()))
                .text("succession.unit", it -> it.unit(s.lang()))
                .text("succession.aspects", it -> s.t("succession.aspects-of", it.aspects(), Project.Aspect.values().length));
    }
}

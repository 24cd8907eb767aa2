package org.probity.people.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Projects for people of high potential, for human resources. */
public record ProjectsPage(List<Project> projects, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    static State state(Screen s, Project it, LocalDate today) {
        return it.runs(today) ? State.good(s.t("succession.project-runs")) : today.isBefore(it.fromDay()) ? State.note(s.t("succession.project-later")) : State.none(s.t("succession.project-past"));
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Project> table(Screen s) {
        return Table.of(s, projects)
                .caption(s.t("succession.projects"))
                .head("succession.project", it -> new Link(it.title(s.lang()), "/app/succession/projects/" + it.id()))
                .id("succession.number", Project::number)
                .day("succession.from", Project::fromDay)
                .day("succession.until", Project::untilDay)
                .number("succession.members", Project::members)
                .state("succession.state", it -> state(s, it, today));
    }
}

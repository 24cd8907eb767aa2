package org.probity.people.career;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;

/** One's own career: levels held, applications, what is still to be shown, and panels one sits on. @param track code of the track one is on */
public record MinePage(
        boolean known, List<Applications.Held> held, List<Application> applications, List<Gaps.Gap> gaps, @Nullable String track, List<Application> panels, LocalDate today) implements Page {
    public Table<Applications.Held> levels(Screen s) {
        return Table.of(s, held)
                .caption(s.t("career.my-levels"))
                .head("career.track", it -> new Link(it.track(s.lang()), "/app/careers/tracks/" + it.track()))
                .state("career.level", it -> it.untilDay().isBefore(today) ? State.bad(s.t("career.ran-out", it.ladder().name() + it.level())) : State.good(it.ladder().name() + it.level()))
                .day("career.from", Applications.Held::fromDay)
                .day("career.until", Applications.Held::untilDay)
                .text("career.badge", it -> new Link(s.t("career.badge.pdf"), "/app/careers/applications/" + it.application()));
    }

    private static Task task(Screen s, Application it) {
        return new Task(it.track(s.lang()) + " " + it.code(), "/app/careers/applications/" + it.id(), it.number(), s.time(it.at()), ApplicationsPage.state(s, it.state()));
    }

    public List<Task> tasks(Screen s) {
        return applications.stream().map(it -> task(s, it)).toList();
    }

    public List<Task> panelTasks(Screen s) {
        return panels.stream().map(it -> task(s, it)).toList();
    }

    public Table<Gaps.Gap> gapTable(Screen s) {
        return Table.of(s, gaps)
                .caption(s.t("career.my-gaps"), s.t("career.my-gaps-text"))
                .head("career.item", it -> it.title(s.lang()))
                .text("career.part", it -> s.t("career.part." + it.part()))
                .number("career.wanted", Gaps.Gap::wanted)
                .number("career.shown", Gaps.Gap::shown)
                .why("career.asks", it -> it.asked(s.lang()));
    }
}

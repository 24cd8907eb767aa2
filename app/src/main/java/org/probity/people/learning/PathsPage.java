package org.probity.people.learning;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;

/** Paths, with how far whoever looks is on each. @param holds human resources, who make them */
public record PathsPage(List<Paths.Path> paths, boolean holds, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String title(Screen s, Paths.Path it) {
        return SessionPage.name(s.lang(), it.titleEn(), it.titleZh());
    }

    public String far(Screen s, Paths.Path it) {
        return s.t("learning.steps-done", it.done(), it.steps().size());
    }

    public List<Task> tasks(Screen s, Paths.Path path) {
        return path.steps().stream().map(it -> new Task(SessionPage.name(s.lang(), it.titleEn(), it.titleZh()), "", it.number(),
                it.completedOn() == null ? Html.words("") : s.time(it.completedOn()),
                it.completedOn() != null ? State.good(s.t("learning.completed")) : path.next().filter(it::equals).isPresent() ? State.note(s.t("learning.comes-next")) : State.none(s.t("learning.later")))).toList();
    }
}
